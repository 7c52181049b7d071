package dev.tapflow.message;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A call that a flow makes to a service, ready but for its secrets: where one belongs stands a
 * {@link Secret#marker marker}, and the value is put in just before the call leaves, so that it is
 * stored nowhere.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param url with everything encoded
 * @param headers by name; no value has a line break
 * @param body JSON values (text, Boolean, Long, Double, List, Map), or a text as it is; empty: none
 * @param timeout for the whole of one attempt; {@link #TIMEOUT_OF_SETTINGS}: as the settings say
 * @param retry how often it may be tried again; 0 for what must not be done twice
 * @param cache how long the answer of the same GET may be used again; empty: never
 */
public record HttpCall(
    String method,
    String url,
    Map<String, String> headers,
    Optional<Object> body,
    Duration timeout,
    int retry,
    Optional<Duration> cache) {

  /** Stands for the setting {@code tapflow.http.timeout}, where the flow tells no timeout. */
  public static final Duration TIMEOUT_OF_SETTINGS = Duration.ZERO;

  /** What the settings say, unless somebody has changed them. */
  public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

  /** No attempt takes longer, whatever flow and settings say. */
  public static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(2);

  /** No pause between two attempts is longer. */
  public static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** It is not tried again more often than this. */
  public static final int MOST_RETRIES = 10;

  /** How long it may stand in line before its first attempt. */
  private static final Duration IN_LINE = Duration.ofMinutes(1);

  /** For the way to the sender, and the answer's way back. */
  private static final Duration THERE_AND_BACK = Duration.ofSeconds(30);

  public HttpCall {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    retry = Math.clamp(retry, 0, MOST_RETRIES);
  }

  /** The time for one attempt, where this stands for the settings'. */
  public Duration timeoutOr(Duration ofSettings) {
    return timeout.equals(TIMEOUT_OF_SETTINGS) ? ofSettings : timeout;
  }

  /** How long after it was asked for an attempt may still begin. */
  public Duration beginsWithin() {
    return timeoutOr(LONGEST_TIMEOUT).plus(LONGEST_PAUSE).multipliedBy(retry).plus(IN_LINE);
  }

  /** How long after it was asked for there will be no answer any more. */
  public Duration overdueAfter() {
    return beginsWithin().plus(timeoutOr(LONGEST_TIMEOUT)).plus(THERE_AND_BACK);
  }

  /** Whether it may be done twice: it only asks, or its author says so by {@code retry}. */
  public boolean isRepeatable() {
    return method.equals("GET") || retry > 0;
  }

  /** Where a secret belongs in a header or body. */
  public static final class Secret {

    /** A private-use character: it is taken out of everything else that goes into a call. */
    public static final char OPENS = '\uE000';

    /** The end of a marker. */
    public static final char CLOSES = '\uE001';

    private Secret() {}

    /** What stands for the secret of this name. */
    public static String marker(String name) {
      return OPENS + name + CLOSES;
    }
  }

  /** Masked: addresses and bodies carry what customers wrote. */
  @Override
  public String toString() {
    return "HttpCall[" + method + "]";
  }
}
