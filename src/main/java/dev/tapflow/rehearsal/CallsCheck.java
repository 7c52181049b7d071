package dev.tapflow.rehearsal;

import dev.tapflow.flow.trial.Line;
import dev.tapflow.message.HttpCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the calls that a case expects against those that were made. */
final class CallsCheck {

  private final List<HttpCall> calls;

  CallsCheck(List<HttpCall> calls) {
    this.calls = calls;
  }

  Optional<CaseResult.Failure> check(Line.Called called) {
    if (called.calls().isEmpty()) {
      return calls.isEmpty() ? Optional.empty() : failure(called, "no call", "a call was made");
    }
    return called.calls().stream().flatMap(it -> one(called, it).stream()).findFirst();
  }

  private Optional<CaseResult.Failure> one(Line.Called called, Line.ExpectedCall expected) {
    var fitting = calls.stream().filter(it -> fits(expected, it)).toList();
    var name = expected.method().map(it -> it + " ").orElse("") + expected.url();
    if (expected.times().isPresent() && fitting.size() != expected.times().get()) {
      return failure(
          called,
          name + ", " + times(expected.times().get()),
          "called " + times(fitting.size()) + shownCalls());
    }
    if (fitting.isEmpty()) {
      return nearest(called, expected, name);
    }
    return Optional.empty();
  }

  /** Where the address was called, what else differs. */
  private Optional<CaseResult.Failure> nearest(
      Line.Called called, Line.ExpectedCall expected, String name) {
    var details =
        calls.stream()
            .filter(it -> isTo(expected, it))
            .flatMap(it -> Likeness.ofMessages().compare(expected.details(), facets(it)).stream())
            .reduce((first, second) -> second);
    return details.isPresent()
        ? details.map(
            it ->
                new CaseResult.Failure(
                    called.place(), "the call " + name + " was another", Optional.of(it)))
        : failure(called, name, "it was not called" + shownCalls());
  }

  private String shownCalls() {
    return calls.isEmpty()
        ? "; no call was made"
        : calls.stream()
            .map(it -> it.method() + " " + it.url())
            .distinct()
            .collect(Collectors.joining(", ", "; the calls were ", ""));
  }

  private static boolean fits(Line.ExpectedCall expected, HttpCall call) {
    return isTo(expected, call)
        && Likeness.ofMessages().compare(expected.details(), facets(call)).isEmpty();
  }

  private static boolean isTo(Line.ExpectedCall expected, HttpCall call) {
    return expected.method().filter(it -> !it.equals(call.method())).isEmpty()
        && Address.of(expected.url()).equals(Address.of(call.url()));
  }

  private static Map<String, Object> facets(HttpCall call) {
    var facets = new LinkedHashMap<String, Object>();
    call.body().ifPresent(it -> facets.put("body", it));
    facets.put("headers", named(call.headers()));
    return facets;
  }

  /** A secret is seen by its name only. */
  private static Map<String, Object> named(Map<String, String> headers) {
    var shown = new LinkedHashMap<String, Object>();
    headers.forEach(
        (name, value) ->
            shown.put(
                name,
                value
                    .replace(String.valueOf(HttpCall.Secret.OPENS), "${secret.")
                    .replace(String.valueOf(HttpCall.Secret.CLOSES), "}")));
    return shown;
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  private static Optional<CaseResult.Failure> failure(
      Line.Called called, String expected, String got) {
    return Optional.of(
        new CaseResult.Failure(
            called.place(),
            "the calls are not as expected",
            Optional.of(new Difference("http_called", expected, got))));
  }
}
