package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Target;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final Bot.OnLimit HAND_OVER = new Bot.OnLimit.HandOver();

  private static FlowFixture circle() {
    return FlowFixture.flow("f")
        .onAnyMessage()
        .say("ping", "Ping.", "pong")
        .say("pong", "Pong.", "ping");
  }

  @Test
  void aCircleSaysNothingAndIsHandedOver() {
    var chat = new Chat(circle().team("people").limits(10, 500, 30, HAND_OVER).build());

    chat.writes("x");

    assertThat(chat.heard()).isEmpty();
    assertThat(chat.waiting()).isInstanceOf(Waiting.ForAgent.class);
    assertThat(limit(chat)).contains(Trace.Limit.STEPS_PER_TURN);
  }

  @Test
  void withoutTeamsTheEndHasAName() {
    var chat = new Chat(circle().limits(10, 500, 30, HAND_OVER).build()).writes("x");

    assertThat(((Waiting.Over) chat.waiting()).ending()).isEqualTo(Waiting.Ending.LIMIT_REACHED);
  }

  @Test
  void aLimitMayLeadElsewhereAndBackIntoTheCircleOnlyOnce() {
    var fixture = circle().team("people");
    var out = fixture.say("out", "Out of it.", "end").target("out");
    var chat = new Chat(fixture.limits(10, 500, 30, new Bot.OnLimit.GoTo(out)).build());
    assertThat(chat.writes("x").heard()).containsExactly("Out of it.");

    var back = circle().team("people");
    var again = new Bot.OnLimit.GoTo(back.target("ping"));
    assertThat(new Chat(back.limits(10, 500, 30, again).build()).writes("x").waiting())
        .isInstanceOf(Waiting.ForAgent.class);
  }

  @Test
  void onLimitEndIsNamedToo() {
    var end = new Bot.OnLimit.GoTo(new Target.End());
    var chat = new Chat(circle().limits(10, 500, 30, end).build()).writes("x");

    assertThat(((Waiting.Over) chat.waiting()).ending()).isEqualTo(Waiting.Ending.LIMIT_REACHED);
  }

  @Test
  void aConversationHasOnlySoManyTurns() {
    var fixture = FlowFixture.flow("f").onAnyMessage().team("people");
    var release =
        fixture
            .menu("m", "Pick", Exits.BUILT_IN, fixture.option("a", "A", "m"))
            .limits(100, 5, 30, HAND_OVER)
            .build();
    var chat = new Chat(release).writes("x");

    for (int turn = 2; turn <= 5; turn++) {
      assertThat(chat.writes("a").heard()).containsExactly("Pick [A]");
    }
    assertThat(chat.writes("a").heard()).isEmpty();
    assertThat(limit(chat)).contains(Trace.Limit.TURNS_PER_CONVERSATION);
  }

  @Test
  void timersDoNotComeToTheSameStepForEver() {
    var fixture = FlowFixture.flow("f").onAnyMessage().team("people");
    var minute = Duration.ofMinutes(1);
    var silence =
        new Exits.Silence(
            minute,
            Optional.empty(),
            Optional.of(new Exits.GiveUp(Optional.empty(), Optional.empty(), fixture.target("m"))));
    var chat =
        new Chat(
            fixture
                .menu("m", "Pick", FlowFixture.silent(silence), fixture.option("a", "A", "end"))
                .limits(1000, 500, 3, HAND_OVER)
                .build());

    assertThat(chat.writes("x").waits(minute.multipliedBy(3)).heard()).hasSize(3);
    chat.waits(minute);
    assertThat(limit(chat)).contains(Trace.Limit.SAME_STEP_PER_HOUR);
    assertThat(chat.waiting()).isInstanceOf(Waiting.ForAgent.class);
  }

  private static Optional<Trace.Limit> limit(Chat chat) {
    return chat.last().trace().stream()
        .filter(Trace.LimitReached.class::isInstance)
        .map(trace -> ((Trace.LimitReached) trace).limit())
        .findFirst();
  }
}
