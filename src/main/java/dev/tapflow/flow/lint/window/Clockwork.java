package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When what is set on a clock comes due, seen from a customer's last message. */
final class Clockwork {

  private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");
  private static final Duration DAY = Duration.ofDays(1);

  private Clockwork() {}

  /** The earliest of the moment's times. */
  static Elapsed due(Elapsed now, Moment moment) {
    var times =
        Stream.of(
                moment.after().map(now::plus),
                moment.at().map(it -> at(now, it)),
                moment.beforeWindowCloses().map(it -> beforeWindowCloses(now, it)))
            .flatMap(Optional::stream);
    return times.reduce(Clockwork::earlier).orElse(now);
  }

  /** How long that can take; empty where nobody knows. */
  static Optional<Duration> atMost(Moment moment) {
    if (moment.after().isPresent()) {
      return moment.after();
    }
    if (moment.beforeWindowCloses().isPresent()) {
      return moment.beforeWindowCloses().map(DAY::minus);
    }
    return moment.at().filter(Clockwork::isTimeOfDay).map(it -> DAY);
  }

  /** When a reminder goes out; empty where the giving up always comes first. */
  static Optional<Elapsed> reminder(Elapsed asked, Exits.Silence silence) {
    var reminder = asked.plus(silence.after());
    var end = silence.giveUp().flatMap(Exits.GiveUp::beforeWindowCloses);
    if (silence.remind().isEmpty() || end.isEmpty()) {
      return silence.remind().map(it -> reminder);
    }
    var last = Math.max(0, Elapsed.CLOSED - end.get().toSeconds());
    // asked outside the window, nothing is done before it closes
    return asked.mayBeOutside() || reminder.earliest() <= last
        ? Optional.of(
            new Elapsed(
                reminder.earliest(),
                asked.mayBeOutside() ? reminder.latest() : Math.min(reminder.latest(), last)))
        : Optional.empty();
  }

  /** When the waiting for an answer ends; empty where it never does. */
  static Optional<Elapsed> givenUp(Elapsed asked, Exits.Silence silence) {
    return silence.giveUp().flatMap(it -> givenUp(asked, silence, it));
  }

  private static Optional<Elapsed> givenUp(Elapsed asked, Exits.Silence silence, Exits.GiveUp end) {
    var onlyTheWindow = end.after().isEmpty() && end.beforeWindowCloses().isPresent();
    var timer =
        onlyTheWindow ? Optional.<Elapsed>empty() : Optional.of(asked.plus(longest(silence, end)));
    var inTime =
        end.beforeWindowCloses()
            .flatMap(before -> asked.whileOpen().map(it -> beforeWindowCloses(it, before)));
    if (inTime.isEmpty() || timer.isEmpty()) {
      return inTime.or(() -> timer);
    }
    var sooner = earlier(inTime.get(), timer.get());
    return Optional.of(asked.mayBeOutside() ? sooner.or(timer.get()) : sooner);
  }

  /** From the question on: to the reminder, and from there. */
  static Duration longest(Exits.Silence silence, Exits.GiveUp end) {
    var unlessGiven = silence.remind().isPresent() ? silence.after() : Duration.ZERO;
    return silence.after().plus(end.after().orElse(unlessGiven));
  }

  private static Elapsed at(Elapsed now, Text time) {
    return isTimeOfDay(time)
        ? now.plus(Duration.ZERO, DAY)
        : new Elapsed(now.earliest(), DAY.toSeconds());
  }

  private static boolean isTimeOfDay(Text time) {
    return time.asLiteral().filter(it -> TIME_OF_DAY.matcher(it.strip()).matches()).isPresent();
  }

  /** At once where it would be too late. */
  private static Elapsed beforeWindowCloses(Elapsed now, Duration before) {
    var moment = Math.max(0, Elapsed.CLOSED - before.toSeconds());
    return new Elapsed(Math.max(now.earliest(), moment), Math.max(now.latest(), moment));
  }

  private static Elapsed earlier(Elapsed one, Elapsed other) {
    return new Elapsed(
        Math.min(one.earliest(), other.earliest()), Math.min(one.latest(), other.latest()));
  }
}
