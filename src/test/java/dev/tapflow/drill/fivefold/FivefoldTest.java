package dev.tapflow.drill.fivefold;

import dev.tapflow.drill.wire.Line;
import dev.tapflow.drill.wire.Table;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The short form, within {@code verify}: one replica, two connections. */
@QuarkusTest
class FivefoldTest {

  private static final Logger LOG = Logger.getLogger(FivefoldTest.class);

  @TestHTTPResource("/")
  URI server;

  @Inject DataSource database;

  @Test
  void endsAsIfEachWebhookHadComeOnce() {
    var door = new Door("sandbox-secret", "none");
    try (var first = new Line(server);
        var second = new Line(server)) {
      door.setStatuses(first, false);
      try {
        var drill = new Drill(new Table(database), door, first, second, 16, 4711);
        drill.run(7);
        LOG.info(drill.summary());
      } finally {
        door.setStatuses(first, true);
      }
    }
  }
}
