package dev.tapflow.drill.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.drill.wire.Line;
import dev.tapflow.drill.wire.Replicas;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The whole form: 100,000 bodies against the production jar. */
@EnabledIfSystemProperty(named = "drill", matches = "whole")
class MalformedBodiesIT {

  private static final int BODIES = Integer.getInteger("drill.bodies", 100_000);
  private static final Target TARGET =
      new Target(Replicas.SECRET, new Target.Relay(Replicas.RELAY_SECRET, Replicas.RELAY_SECRET));

  @Test
  void areNeverOurFaultAndLeaveNothingBehind() throws IOException, SQLException {
    try (var replicas = new Replicas();
        var one = new Line(replicas.address(1));
        var other = new Line(replicas.address(1));
        var third = new Line(replicas.address(1))) {
      var drill = new Drill(TARGET, List.of(one, other, third));
      var check = new Check(drill, replicas.pid(1), one, Replicas.TOKEN, replicas.table());
      System.out.println("drill: " + check.run(BODIES / 10, BODIES));
      assertThat(drill.answers()).containsKeys(200, 400, 401);
    }
  }
}
