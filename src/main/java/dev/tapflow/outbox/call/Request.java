package dev.tapflow.outbox.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is sent, secrets included. It lives as long as the attempt and is written nowhere.
 *
 * @param headers by name
 * @param secretHeaders names, in lower case, of those whose value is or may be a secret
 * @param isBodySecret true where a secret stands in the body
 */
record Request(
    String method,
    Destination destination,
    Map<String, String> headers,
    Optional<byte[]> body,
    Set<String> secretHeaders,
    boolean isBodySecret) {

  private static final Set<String> OF_THE_BODY = Set.of("content-type", "content-encoding");

  Request {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    secretHeaders = Set.copyOf(secretHeaders);
  }

  /**
   * The request that a redirect asks for; empty where a secret would go to another host. Source:
   * RFC 9110, "Redirection 3xx".
   */
  Optional<Request> redirected(int status, Destination to) {
    var becomesGet = status == 303 || (status < 303 && method.equals("POST"));
    var isElsewhere = !destination.isSameOrigin(to);
    if (isElsewhere && isBodySecret && !becomesGet) {
      return Optional.empty();
    }
    var kept = new LinkedHashMap<String, String>();
    headers.forEach(
        (name, value) -> {
          var lower = name.toLowerCase(Locale.ROOT);
          var goes =
              !(isElsewhere && secretHeaders.contains(lower))
                  && !(becomesGet && OF_THE_BODY.contains(lower));
          if (goes) {
            kept.put(name, value);
          }
        });
    return Optional.of(
        new Request(
            becomesGet ? "GET" : method,
            to,
            kept,
            becomesGet ? Optional.empty() : body,
            secretHeaders,
            !becomesGet && isBodySecret));
  }

  /** Masked. */
  @Override
  public String toString() {
    return "Request[%s %s]".formatted(method, destination);
  }
}
