package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.Limits;
import dev.tapflow.flow.Bot.OnLimit;
import java.util.Optional;

/** Reads the bounds of one conversation. */
final class LimitsReader {

  private static final Vocabulary LIMITS =
      Vocabulary.of(
          "\"limits\"",
          "steps_per_turn",
          "turns_per_conversation",
          "same_step_per_hour",
          "on_limit");

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
