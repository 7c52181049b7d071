package dev.tapflow.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/** How messages wait, leave and are tried again. */
@ConfigMapping(prefix = "tapflow.outbox")
public interface OutboxSettings {

  /** How old a free message may get while it waits, in business time; then it is undelivered. */
  @WithDefault("1h")
  Duration maxAge();

  /** How old a template may get while it waits, in business time. */
  @WithDefault("24h")
  Duration templateMaxAge();

  /**
   * Contacts that are sent to at once, at most, until what was sent is settled; each has one
   * message in flight. A contact beyond it waits in line, and is claimed by a statement.
   */
  @WithDefault("512")
  @Min(1)
  int concurrency();

  /**
   * How long the right to send to a contact holds unless it is renewed; after a crash, contacts of
   * the replica that is gone wait this long.
   */
  @WithDefault("15s")
  Duration lease();

  /** How often a replica looks for contacts that wait for nobody, a back-off or a pause. */
  @WithDefault("1s")
  Duration sweep();

  /** How long a send may stay unclear; then it is sent again or left. */
  @WithDefault("2m")
  Duration unclearAfter();

  /** What becomes of a question or text that stayed unclear. */
  @WithDefault("again")
  Unclear unclearInteractive();

  /** What becomes of a template that stayed unclear; sent twice it costs twice, and annoys. */
  @WithDefault("leave")
  Unclear unclearTemplate();

  /** How often a key's list of sent messages is asked for while it has unclear sends. */
  @WithDefault("5s")
  Duration lookupEvery();

  /**
   * How long after an attempt a missing entry in the list counts as "not sent": before that, the
   * vendor may still be at work on it.
   */
  @WithDefault("20s")
  Duration notThereAfter();

  /**
   * Where no webhook tells it, how long after it was accepted, and then after the last question, a
   * message's delivery is asked for; the last one ends it.
   */
  @WithDefault("10s,30s,2m,10m,1h,4h,6h,12h")
  @Size(min = 1)
  List<Duration> statusPolls();

  /** How often a stopped channel's key is tried again. */
  @WithDefault("1m")
  Duration probeEvery();

  /** The pauses of a message that could not leave. */
  Backoff backoff();

  /** Doubles from the first to the longest, each shortened at random by up to half. */
  interface Backoff {

    /** After the first attempt. */
    @WithDefault("1s")
    Duration first();

    /** At most. */
    @WithDefault("1m")
    Duration longest();
  }

  /** The ways out of unclear. */
  enum Unclear {
    /** Sent again: the customer may see it twice. */
    AGAIN,
    /** Left: the customer may never see it, and the flow is told. */
    LEAVE
  }
}
