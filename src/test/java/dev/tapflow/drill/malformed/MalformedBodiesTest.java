package dev.tapflow.drill.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.drill.wire.Line;
import dev.tapflow.drill.wire.Table;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The short form, within {@code verify}. */
@QuarkusTest
class MalformedBodiesTest {

  private static final Logger LOG = Logger.getLogger(MalformedBodiesTest.class);
  private static final Target TARGET =
      new Target("sandbox-secret", new Target.Relay("app-secret", "relay-secret"));

  @TestHTTPResource("/")
  URI server;

  @Inject DataSource database;

  @Test
  void areNeverOurFaultAndLeaveNothingBehind() {
    try (var one = new Line(server);
        var other = new Line(server)) {
      var drill = new Drill(TARGET, List.of(one, other));
      var summary =
          new Check(drill, ProcessHandle.current().pid(), one, "none", new Table(database))
              .run(1_000, 3_000);
      assertThat(drill.answers()).containsKeys(200, 400, 401);
      LOG.info(summary);
    }
  }
}
