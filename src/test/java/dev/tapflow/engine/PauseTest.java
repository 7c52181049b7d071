package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Moment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseTest {

  private static Chat pausing(Moment until) {
    return new Chat(
            FlowFixture.flow("f")
                .onAnyMessage()
                .say("a", "Before.", "p")
                .pause("p", until, "b")
                .say("b", "After.", "end")
                .build())
        .writes("hi");
  }

  @Test
  void nothingIsSaidUntilTheTimeHasCome() {
    var chat = pausing(FlowFixture.in(Duration.ofHours(2)));

    assertThat(chat.heard()).containsExactly("Before.");
    assertThat(chat.at()).isEqualTo("f#p");
    assertThat(chat.waits(Duration.ofMinutes(119)).heard()).isEmpty();
    assertThat(chat.waits(Duration.ofMinutes(1)).heard()).containsExactly("After.");
    assertThat(chat.at()).isEqualTo("end");
  }

  @Test
  void aTimeOfDayIsTheNextOne() {
    assertThat(lasts(FlowFixture.at("12:30"))).contains(Duration.ofMinutes(150));
    assertThat(lasts(FlowFixture.at("10:00"))).contains(Duration.ofDays(1));
    assertThat(lasts(FlowFixture.at("8:00"))).contains(Duration.ofHours(22));
  }

  @Test
  void aDayOrAMomentWillDoToo() {
    assertThat(lasts(FlowFixture.at("2026-01-06"))).contains(Duration.ofHours(14));
    assertThat(lasts(FlowFixture.at("2026-01-05T12:00:00+01:00"))).contains(Duration.ofHours(1));
    assertThat(lasts(FlowFixture.at("2026-01-05T12:00"))).contains(Duration.ofHours(2));
  }

  @Test
  void theEarliestOfSeveralCounts() {
    var both =
        new Moment(
            Optional.of(Duration.ofHours(30)),
            Optional.of(FlowFixture.text("${fails}")),
            Optional.of(Duration.ofHours(1)));

    assertThat(lasts(both)).contains(Duration.ofHours(23));
  }

  @Test
  void whatIsPastOrNoTimeIsNotWaitedFor() {
    assertThat(pausing(FlowFixture.at("2020-01-01")).heard()).containsExactly("Before.", "After.");
    assertThat(pausing(FlowFixture.at("soon")).heard()).containsExactly("Before.", "After.");
    assertThat(pausing(FlowFixture.at("9999-01-01")).heard()).containsExactly("Before.", "After.");
  }

  private static Optional<Duration> lasts(Moment until) {
    return pausing(until)
        .session()
        .nextDue()
        .map(due -> Duration.between(Chat.MONDAY_AT_TEN, due.at()));
  }
}
