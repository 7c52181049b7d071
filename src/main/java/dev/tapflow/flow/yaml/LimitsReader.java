package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.Limits;
import dev.tapflow.flow.Bot.OnLimit;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Reads the bounds of one conversation. */
final class LimitsReader {

  static final Vocabulary LIMITS =
      Vocabulary.of("\"limits\"")
          .may("steps_per_turn", Scalar.COUNT, "Steps from one message to the next; default 100.")
          .may("turns_per_conversation", Scalar.COUNT, "Turns of one conversation; default 500.")
          .may(
              "same_step_per_hour",
              Scalar.COUNT,
              "Arrivals at one step that no message of the customer caused; default 30.")
          .may(
              "on_limit",
              Kind.either(Kind.choice(List.of("handover")), Scalar.TARGET),
              "What is done when one is reached: handover (default), end, or a step.");

  private LimitsReader() {}

  static Limits read(Yaml node, Page page) {
    var fields = Fields.of(node, LIMITS, page);
    var builtIn = Limits.BUILT_IN;
    return new Limits(
        fields.count("steps_per_turn").orElse(builtIn.stepsPerTurn()),
        fields.count("turns_per_conversation").orElse(builtIn.turnsPerConversation()),
        fields.count("same_step_per_hour").orElse(builtIn.sameStepPerHour()),
        onLimit(fields).orElse(builtIn.onLimit()));
  }

  private static Optional<OnLimit> onLimit(Fields fields) {
    var written = fields.scalar("on_limit");
    return written.isPresent() && written.get().value().strip().equals("handover")
        ? Optional.of(new OnLimit.HandOver())
        : fields.target("on_limit").map(OnLimit.GoTo::new);
  }
}
