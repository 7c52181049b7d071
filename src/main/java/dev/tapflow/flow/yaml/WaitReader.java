package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.Optional;

/** Reads a {@code wait} step. */
final class WaitReader {

  private static final Vocabulary WAIT =
      Vocabulary.of("\"wait\"")
          .may("for", Scalar.DURATION, "How long.")
          .may("until", Scalar.MOMENT, "A time of day, a day, or a moment with its zone.")
          .may(
              "before_window_closes",
              Scalar.DURATION,
              "How long before the customer's 24-hour window closes.")
          .atLeastOneOf("for", "until", "before_window_closes");

  /** The keys of a {@code wait} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"wait\" step")
          .must(
              "wait",
              Kind.either(Scalar.DURATION, Kind.keys(WAIT)),
              "Pauses: a time span, or the earliest of several times.")
          .and(StepKeys.PASSING);

  private WaitReader() {}

  static Step read(Fields fields, Target next) {
    return new Step.Wait(moment(fields), next);
  }

  private static Moment moment(Fields fields) {
    return fields.find("wait").filter(Yaml.Mapping.class::isInstance).isPresent()
        ? fields
            .map("wait", WAIT)
            .map(it -> MomentReader.read(it, "for", "until", fields.keyNode("wait")))
            .orElseThrow()
        : new Moment(fields.duration("wait"), Optional.empty(), Optional.empty());
  }
}
