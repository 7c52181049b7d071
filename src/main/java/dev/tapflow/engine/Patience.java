package dev.tapflow.engine;

import dev.tapflow.engine.Waiting.Alarm;
import dev.tapflow.flow.Exits;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the silence of a customer has something to do next. Time counts from the question to the
 * reminder ({@code after}), then from the reminder to the giving up; what stands before the
 * window's end may come before either.
 */
final class Patience {

  private final Optional<Exits.Silence> silence;
  private final Optional<Instant> windowClosesAt;
  private final Instant now;

  Patience(Draft draft, Exits exits) {
    this.silence = exits.silence();
    this.windowClosesAt = draft.customer().windowClosesAt();
    this.now = draft.now();
  }

  Optional<Alarm> afterQuestion() {
    return silence.flatMap(it -> earliest(it.remind().isPresent() ? remind(it) : giveUp(it), it));
  }

  Optional<Alarm> afterReminder() {
    return silence.flatMap(it -> earliest(giveUpAfter(it, now, it.after()), it));
  }

  private Optional<Alarm> remind(Exits.Silence it) {
    return Optional.of(new Alarm(now.plus(it.after()), Alarm.Reason.REMIND));
  }

  /** Where nothing reminds: the same moment as if something did, or the end of {@code after}. */
  private Optional<Alarm> giveUp(Exits.Silence it) {
    return giveUpAfter(it, now.plus(it.after()), Duration.ZERO);
  }

  private Optional<Alarm> giveUpAfter(Exits.Silence it, Instant reminder, Duration unlessGiven) {
    return it.giveUp()
        // one that names only the window has no other time
        .filter(end -> end.after().isPresent() || end.beforeWindowCloses().isEmpty())
        .map(end -> reminder.plus(end.after().orElse(unlessGiven)))
        .map(at -> new Alarm(at, Alarm.Reason.GIVE_UP));
  }

  private Optional<Alarm> earliest(Optional<Alarm> alarm, Exits.Silence it) {
    return Stream.concat(beforeWindowCloses(it).stream(), alarm.stream())
        .min(Comparator.comparing(Alarm::at));
  }

  private Optional<Alarm> beforeWindowCloses(Exits.Silence it) {
    return it.giveUp()
        .flatMap(Exits.GiveUp::beforeWindowCloses)
        .flatMap(
            before -> windowClosesAt.filter(now::isBefore).map(closing -> closing.minus(before)))
        .map(at -> new Alarm(at.isBefore(now) ? now : at, Alarm.Reason.GIVE_UP));
  }
}
