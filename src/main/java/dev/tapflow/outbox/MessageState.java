package dev.tapflow.outbox;

import java.util.Locale;

/** What became of a message on its way out. */
public enum MessageState {
  /** Waits for its turn. */
  QUEUED,
  /** Under way, and would not be repeated without a look. */
  BEGUN,
  /** May or may not have left; holds what follows. */
  UNCLEAR,
  /** The channel took it. */
  ACCEPTED,
  /** The channel, or our own check of its limits, refused it for good. */
  REFUSED,
  /** No longer wanted: an agent took the conversation, or the customer opted out. */
  SUPERSEDED,
  /** Waited too long. */
  EXPIRED,
  /** The 24-hour window closed while it waited. */
  DROPPED,
  /** Stayed unclear and was not sent again. */
  LEFT;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MessageState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
