package dev.tapflow.flow.yaml;

import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import dev.tapflow.message.Event.AgentActed.Action;
import java.util.Map;
import java.util.Optional;

/** Reads what an agent does: {@code accepts}, or with the agent's name {@code accepts: Maria}. */
final class AgentReader {

  private static final Map<String, Action> ACTIONS = Choices.of(Action.class);
  private static final Vocabulary NAMED =
      Vocabulary.of("\"agent\"")
          .may("accepts", Scalar.TEXT, "This agent takes the conversation.")
          .may("replies", Scalar.TEXT, "This agent answers.")
          .may("closes", Scalar.TEXT, "This agent gives it back.")
          .may("assigns", Scalar.TEXT, "It was given to this agent.")
          .exactlyOneOf("accepts", "replies", "closes", "assigns");

  static final Kind KIND = Kind.either(Kind.choice(ACTIONS.keySet()), Kind.keys(NAMED));

  private AgentReader() {}

  static Optional<Line> read(Entry entry, Page page) {
    var place = page.source().start(entry.keyNode());
    if (entry.value() instanceof Yaml.Scalar word) {
      return Scalars.choice(word, ACTIONS, page).map(it -> new Line.AgentActs(place, it, ""));
    }
    var fields = Fields.of(entry, NAMED, page);
    var done = ACTIONS.keySet().stream().filter(fields::has).toList();
    if (done.size() != 1) {
      page.error(
          "missing-key",
          entry.keyNode(),
          "\"agent\" needs one of accepts, replies, closes, assigns");
      return Optional.empty();
    }
    return Optional.ofNullable(ACTIONS.get(done.getFirst()))
        .flatMap(
            action ->
                fields
                    .scalar(done.getFirst())
                    .map(name -> new Line.AgentActs(place, action, name.value().strip())));
  }
}
