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
 * @param timeout for the whole of one attempt
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

  public HttpCall {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
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
