package dev.tapflow.flow.lint.window;

import java.time.Duration;
import java.util.Optional;

/**
 * Time since the customer's last message, in seconds. Beyond the 24 hours of the window all is the
 * same: the window is closed, and only the customer opens it again (source: WhatsApp "Send
 * messages", customer service windows).
 *
 * @param earliest the shortest time with which a conversation arrives
 * @param latest the longest
 */
record Elapsed(long earliest, long latest) {

  /** When the window closes. */
  static final long CLOSED = Duration.ofHours(24).toSeconds();

  /** The customer wrote just now. */
  static final Elapsed NONE = new Elapsed(0, 0);

  /** Nothing is known: the customer may have written just now, or never. */
  static final Elapsed ANY = new Elapsed(0, CLOSED);

  Elapsed {
    earliest = Math.min(earliest, CLOSED);
    latest = Math.min(latest, CLOSED);
  }

  boolean mayBeOutside() {
    return latest >= CLOSED;
  }

  boolean isAlwaysOutside() {
    return earliest >= CLOSED;
  }

  Elapsed plus(Duration shortest, Duration longest) {
    return new Elapsed(
        Math.addExact(earliest, bounded(shortest)), Math.addExact(latest, bounded(longest)));
  }

  Elapsed plus(Duration time) {
    return plus(time, time);
  }

  /** The same at the longest, while the customer may have written in between. */
  Elapsed orSinceAnyMessage() {
    return new Elapsed(0, latest);
  }

  Elapsed or(Elapsed other) {
    return new Elapsed(Math.min(earliest, other.earliest), Math.max(latest, other.latest));
  }

  /** The part of it in which the window is open; empty where there is none. */
  Optional<Elapsed> whileOpen() {
    return isAlwaysOutside()
        ? Optional.empty()
        : Optional.of(new Elapsed(earliest, Math.min(latest, CLOSED - 1)));
  }

  /** The part of it in which the window is closed; empty where there is none. */
  Optional<Elapsed> whileClosed() {
    return mayBeOutside() ? Optional.of(new Elapsed(CLOSED, CLOSED)) : Optional.empty();
  }

  /** A day is as long as the window: more makes no difference. */
  private static long bounded(Duration time) {
    return Math.max(0, Math.min(time.toSeconds(), CLOSED));
  }
}
