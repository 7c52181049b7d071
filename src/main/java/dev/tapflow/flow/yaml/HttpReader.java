package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Role;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Step.Http.Saving;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code http} step. */
final class HttpReader {

  /** The keys of an {@code http} step. */
  static final Vocabulary STEP =
      Vocabulary.of("An \"http\" step")
          .must("http", Kind.keys(HttpCallReader.CALL), "Calls a service and goes on.")
          .may(
              "save",
              Kind.either(Scalar.VARIABLE, AssignmentReader.KIND),
              "The variable that gets the answer's body, or { vars.a: \"${response.a}\" }.")
          .may(
              "on_status",
              Kind.named(Naming.STATUS, Scalar.TARGET),
              "Where an answer of this status leads; looked at before \"on_error\".")
          .may(
              "on_error",
              Scalar.TARGET,
              "No answer, or a status of 400 and more; default that of bot.yaml.")
          .and(StepKeys.PASSING);

  private final Fields fields;
  private final Page page;

  private HttpReader(Fields fields) {
    this.fields = fields;
    this.page = fields.page();
  }

  static Step read(Fields fields, Target next, Optional<Target> defaultOnError) {
    return new HttpReader(fields).step(next, defaultOnError);
  }

  private Step step(Target next, Optional<Target> defaultOnError) {
    if (!fields.has("on_error") && defaultOnError.isEmpty()) {
      page.error(
          "missing-key",
          fields.keyNode("http"),
          "An \"http\" step needs \"on_error\": where to go when the call fails (or bot.yaml has one"
              + " under \"defaults\")");
    }
    var saving = saving();
    var onStatus = onStatus();
    var onError = fields.target("on_error").or(() -> defaultOnError);
    return fields
        .map("http", HttpCallReader.CALL)
        .flatMap(it -> HttpCallReader.read(it, fields.keyNode("http")))
        .<Step>map(call -> call.step(saving, onStatus, onError, next))
        .orElseGet(() -> new Step.Goto(next));
  }

  private Optional<Saving> saving() {
    return fields.find("save").filter(Yaml.Mapping.class::isInstance).isPresent()
        ? Optional.of(
            new Saving.Picked(AssignmentReader.read(fields, "save", Role.ANSWER_INSERTION)))
        : fields.variable("save").map(Saving.Whole::new);
  }

  private Map<Integer, Target> onStatus() {
    var targets = new HashMap<Integer, Target>();
    fields.find("on_status").stream()
        .flatMap(it -> Entry.of(it, "\"404: step\" lines", page).stream())
        .filter(it -> Names.fits(it, Naming.STATUS, "a status such as 404", page))
        .forEach(
            it ->
                Scalars.scalar(it.value(), it.key(), page)
                    .flatMap(target -> Names.target(target, page))
                    .ifPresent(target -> targets.put(Integer.parseInt(it.key()), target)));
    return targets;
  }
}
