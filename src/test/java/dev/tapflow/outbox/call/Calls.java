package dev.tapflow.outbox.call;

import dev.tapflow.message.HttpCall;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls as flows make them. */
final class Calls {

  private Calls() {}

  static HttpCall get(String url) {
    return call("GET", url, Map.of(), Optional.empty());
  }

  static HttpCall post(String url, Object body) {
    return call("POST", url, Map.of(), Optional.of(body));
  }

  static HttpCall call(
      String method, String url, Map<String, String> headers, Optional<Object> body) {
    return new HttpCall(
        method, url, headers, body, HttpCall.TIMEOUT_OF_SETTINGS, 0, Optional.empty());
  }

  static HttpCall with(HttpCall call, Map<String, String> headers) {
    return new HttpCall(
        call.method(),
        call.url(),
        headers,
        call.body(),
        call.timeout(),
        call.retry(),
        call.cache());
  }

  static HttpCall within(HttpCall call, Duration timeout) {
    return new HttpCall(
        call.method(),
        call.url(),
        call.headers(),
        call.body(),
        timeout,
        call.retry(),
        call.cache());
  }

  static HttpCall again(HttpCall call, int retry) {
    return new HttpCall(
        call.method(),
        call.url(),
        call.headers(),
        call.body(),
        call.timeout(),
        retry,
        call.cache());
  }

  static HttpCall cached(HttpCall call, Duration time) {
    return new HttpCall(
        call.method(),
        call.url(),
        call.headers(),
        call.body(),
        call.timeout(),
        call.retry(),
        Optional.of(time));
  }
}
