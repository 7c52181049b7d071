package dev.tapflow.drill.fivefold;

import dev.tapflow.drill.wire.Line;
import dev.tapflow.drill.wire.Replicas;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The whole form: the other connection is to another replica. */
@EnabledIfSystemProperty(named = "drill", matches = "whole")
class FivefoldIT {

  private static final int CUSTOMERS = Integer.getInteger("drill.customers", 100);

  @Test
  void endsAsIfEachWebhookHadComeOnce() throws IOException, SQLException {
    long seed = Long.getLong("drill.seed", System.nanoTime() % 1_000_000);
    System.out.printf("five times: -Ddrill.seed=%d%n", seed);
    try (var replicas = new Replicas();
        var first = new Line(replicas.address(0));
        var second = new Line(replicas.address(1))) {
      var door = new Door(Replicas.SECRET, Replicas.TOKEN);
      door.setStatuses(first, false);
      var drill = new Drill(replicas.table(), door, first, second, CUSTOMERS, seed);
      drill.run(12);
      System.out.println("drill: " + drill.summary());
    }
  }
}
