package dev.tapflow.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.StepRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CirclesTest {

  @Test
  void findsCirclesThatTouchAsOneAndOthersApart() {
    var arrows =
        Map.of(
            ref("a"), refs("b"),
            ref("b"), refs("c", "d"),
            ref("c"), refs("a"),
            ref("d"), refs("e"),
            ref("e"), refs("d"),
            ref("self"), refs("self"),
            ref("straight"), refs("a", "gone"));

    assertThat(Circles.of(arrows))
        .extracting(it -> it.stream().map(StepRef::step).sorted().toList())
        .containsExactlyInAnyOrder(List.of("a", "b", "c"), List.of("d", "e"), List.of("self"));
  }

  @Test
  void aVeryLongWayIsNoTrouble() {
    var arrows = new LinkedHashMap<StepRef, List<StepRef>>();
    for (int i = 0; i < 200_000; i++) {
      arrows.put(ref("s" + i), refs("s" + (i + 1)));
    }

    assertThat(Circles.of(arrows)).isEmpty();
  }

  private static StepRef ref(String step) {
    return new StepRef("f", step);
  }

  private static List<StepRef> refs(String... steps) {
    return Stream.of(steps).map(CirclesTest::ref).toList();
  }
}
