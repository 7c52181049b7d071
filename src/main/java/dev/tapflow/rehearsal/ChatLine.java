package dev.tapflow.rehearsal;

/**
 * A line of the conversation as a reader of the report sees it.
 *
 * @param text may have several lines
 * @param differs true where it is the first that was not expected
 */
public record ChatLine(Who who, String text, boolean differs) {

  ChatLine(Who who, String text) {
    this(who, text, false);
  }

  ChatLine marked() {
    return new ChatLine(who, text, true);
  }

  /** Whose line it is. */
  public enum Who {
    CUSTOMER,
    BOT,
    AGENT,
    /** The clock, a service, the world outside. */
    WORLD
  }
}
