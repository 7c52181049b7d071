package dev.tapflow.flow.trial;

import java.time.Duration;

/**
 * How a service answers a call.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param url as it is called, its query in any order
 * @param answer what it says
 * @param delay how long it takes; the clock has to be advanced for as long
 */
public record Mock(String method, String url, Answer answer, Duration delay) {

  /** What a service says. */
  public sealed interface Answer {

    /** It answers. */
    record Replies(int status, Datum body) implements Answer {}

    /** It does not. */
    record Fails(Failure how) implements Answer {}
  }

  /** Why there is no answer. */
  public enum Failure {
    TIMEOUT,
    UNREACHABLE
  }
}
