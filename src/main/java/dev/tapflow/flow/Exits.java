package dev.tapflow.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a question can be left other than by its answer; defaults of {@code bot.yaml} filled in. */
public record Exits(Wrong wrong, Optional<Silence> silence, Stale stale, Undelivered undelivered) {

  /** Three tries, no reminder, older taps rerouted, an undelivered question held. */
  public static final Exits BUILT_IN =
      new Exits(
          new Wrong(List.of(), 3, Optional.empty()),
          Optional.empty(),
          Stale.REROUTE,
          new Undelivered.Hold());

  /**
   * What is said to an answer that is none.
   *
   * @param say a text per try; the last repeats; empty: the question is sent again
   * @param tries the wrong answer of this number leaves by {@code goTo} and says nothing
   * @param goTo empty: on to the first team, else the question again
   */
  public record Wrong(List<Text> say, int tries, Optional<Target> goTo) {
    public Wrong {
      say = List.copyOf(say);
    }
  }

  /**
   * What is done when no answer comes.
   *
   * @param after from the question to the reminder (or to the giving up, where nothing reminds)
   */
  public record Silence(Duration after, Optional<Text> remind, Optional<GiveUp> giveUp) {}

  /**
   * When the waiting ends; the earliest of those given, {@code after} counted from the reminder.
   */
  public record GiveUp(
      Optional<Duration> after, Optional<Duration> beforeWindowCloses, Target goTo) {}

  /** What a tap on an older menu does; never an answer to the present question. */
  public enum Stale {
    REROUTE,
    ASK_AGAIN,
    EXPIRED
  }

  /** What is done when the question cannot be delivered. */
  public sealed interface Undelivered {

    /** The question stays pending. */
    record Hold() implements Undelivered {}

    /** On to another step. */
    record GoTo(Target target) implements Undelivered {}
  }
}
