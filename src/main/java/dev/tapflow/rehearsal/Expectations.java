package dev.tapflow.rehearsal;

import dev.tapflow.engine.Conversation;
import dev.tapflow.engine.Waiting;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.yaml.Suggestion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what a case expects against the stage as it is. */
final class Expectations {

  private final Stage stage;
  private final String flow;

  Expectations(Stage stage, String flow) {
    this.stage = stage;
    this.flow = flow;
  }

  /** What is not as expected; empty where all is. */
  Optional<CaseResult.Failure> check(Line.Expectation expected) {
    return switch (expected) {
      case Line.Says(var place, var speech) -> new SpeechCheck(stage).check(place, speech);
      case Line.StandsAt(var place, var target) -> standsAt(place, target);
      case Line.HasVars(var place, var told) -> differs(place, "vars", told, vars());
      case Line.HasContact(var place, var told) -> differs(place, "contact", told, contact());
      case Line.HandsOver(var place, var request) -> handsOver(place, request);
      case Line.Called called -> new CallsCheck(stage.calls()).check(called);
    };
  }

  private Optional<CaseResult.Failure> standsAt(Place place, Target target) {
    var expected =
        switch (target) {
          case Target.End _ -> "end";
          case Target.To(var step) when step.flow().isEmpty() -> hint(step.step());
          case Target.To(var step) -> step.text();
        };
    var at = stage.session().open().map(it -> it.at().text()).orElse("end");
    return at.equals(expected)
        ? Optional.empty()
        : failure(
            place,
            "the conversation stands elsewhere",
            new Difference("at", expected + unknown(expected), at));
  }

  /** A step without a flow is one of the file's flow; where that has none, of whichever has it. */
  private String hint(String step) {
    var own = stage.release().flows().get(flow);
    return stage
        .session()
        .open()
        .filter(it -> own == null || own.step(step).isEmpty())
        .filter(it -> it.at().step().equals(step))
        .map(it -> it.at().text())
        .orElse(flow + "#" + step);
  }

  private String unknown(String at) {
    var hash = at.indexOf('#');
    if (hash < 0) {
      return "";
    }
    var named = stage.release().flows().get(at.substring(0, hash));
    var step = at.substring(hash + 1);
    if (named == null) {
      return " (there is no such flow)";
    }
    return named.step(step).isPresent()
        ? ""
        : " (there is no such step%s)".formatted(Suggestion.of(step, named.steps().keySet()));
  }

  private Map<String, @Nullable Object> vars() {
    var vars = new HashMap<String, @Nullable Object>();
    stage.session().conversation().map(Conversation::vars).ifPresent(vars::putAll);
    return vars;
  }

  private Map<String, @Nullable Object> contact() {
    var customer = stage.session().customer();
    var contact = new HashMap<String, @Nullable Object>(customer.fields());
    contact.put("language", customer.language().isEmpty() ? null : customer.language());
    contact.put("tags", List.copyOf(customer.tags()));
    return contact;
  }

  private Optional<CaseResult.Failure> differs(
      Place place, String what, Map<String, Datum> told, Map<String, @Nullable Object> actual) {
    var values =
        new Values(
            stage.release().evaluator(),
            new TestScope(stage.release().bot(), Optional.of(stage.session()), stage.now()));
    for (var entry : told.entrySet()) {
      var difference = values.likeness().compare(entry.getValue(), find(actual, entry.getKey()));
      if (difference.isPresent()) {
        var where = difference.get().inside(what + "." + entry.getKey());
        return failure(place, "%s is not as expected".formatted(where.what()), where);
      }
    }
    return Optional.empty();
  }

  /** By its name, or by the way into a map: {@code reply.state}. */
  private static @Nullable Object find(Map<String, @Nullable Object> values, String name) {
    if (values.containsKey(name) || name.indexOf('.') < 0) {
      return values.get(name);
    }
    @Nullable Object found = values;
    for (var part : name.split("\\.")) {
      found = found instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return found;
  }

  private Optional<CaseResult.Failure> handsOver(Place place, Optional<Datum.Entries> told) {
    var asked =
        stage.session().open().map(Conversation::waiting).filter(Expectations::isHandedOver);
    if (told.isEmpty()) {
      return asked.isEmpty()
          ? Optional.empty()
          : failure(place, "a team is asked for", new Difference("handover", "nobody", request()));
    }
    if (asked.isEmpty()) {
      return failure(
          place,
          "no team is asked for",
          new Difference("handover", Likeness.shown(told.get()), "nobody"));
    }
    var got = facets();
    return Likeness.ofMessages()
        .compare(told.get(), got)
        .map(it -> it.inside("handover"))
        .map(
            it ->
                new CaseResult.Failure(place, "the handover is not as expected", Optional.of(it)));
  }

  private static boolean isHandedOver(Waiting waiting) {
    return switch (waiting) {
      case Waiting.ForAgent _, Waiting.WithAgent _ -> true;
      case Waiting.ForAnswer _, Waiting.ForTime _, Waiting.ForHttp _, Waiting.Over _ -> false;
    };
  }

  private String request() {
    return Facets.shown(facets());
  }

  private Map<String, Object> facets() {
    var facets = new LinkedHashMap<String, Object>();
    stage
        .lastRequest()
        .ifPresent(
            request -> {
              facets.put("team", request.team());
              facets.put("note", request.note());
              facets.put("labels", request.labels());
              request.priority().ifPresent(it -> facets.put("priority", it));
            });
    return facets;
  }

  private static Optional<CaseResult.Failure> failure(
      Place place, String reason, Difference difference) {
    return Optional.of(new CaseResult.Failure(place, reason, Optional.of(difference)));
  }
}
