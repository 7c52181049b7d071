package dev.tapflow.message;

import org.jspecify.annotations.Nullable;

/** What became of a call that a flow made. */
public sealed interface HttpAnswer {

  /**
   * The service answered.
   *
   * @param status the HTTP status
   * @param body JSON as text, Boolean, Long, Double, List, Map or null; a text that is no JSON as
   *     it is
   */
  record Answered(int status, @Nullable Object body) implements HttpAnswer {}

  /** No answer. Why, in words for the log. */
  record Failed(Reason reason, String why) implements HttpAnswer {}

  /** Why there was no answer. */
  enum Reason {
    TIMEOUT,
    UNREACHABLE,
    /** The host is not on the list, or its address is not public. */
    NOT_ALLOWED,
    TOO_LARGE,
    /** It may or may not have arrived, and must not be repeated. */
    UNCLEAR
  }
}
