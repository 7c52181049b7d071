package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Trigger;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Reads what starts a flow. */
final class TriggerReader {

  private static final String NEW_CONVERSATION = "new_conversation";
  private static final Vocabulary TRIGGER =
      Vocabulary.of("A trigger")
          .may(
              "words",
              Kind.oneOrMore(Scalar.WORD),
              "Any of these as the whole message; case and accents do not matter.")
          .may(
              "event",
              Kind.choice(List.of(NEW_CONVERSATION)),
              "Any message of a contact with no open conversation.")
          .exactlyOneOf("words", "event");

  static final Kind KIND = Kind.listOf(TRIGGER);

  private TriggerReader() {}

  static List<Trigger> read(Yaml node, Page page) {
    if (node instanceof Yaml.Sequence list) {
      return list.items().stream().flatMap(it -> trigger(it, page).stream()).toList();
    }
    page.error("wrong-shape", node, "Expected a list: - words: [hi, hello]");
    return List.of();
  }

  private static Optional<Trigger> trigger(Yaml node, Page page) {
    var fields = Fields.of(node, TRIGGER, page);
    if (fields.has("words") == fields.has("event")) {
      page.error("missing-key", node, "A trigger has either \"words\" or \"event\"");
    }
    if (fields.has("words")) {
      return Optional.of(new Trigger.Words(fields.words("words")));
    }
    return fields.scalar("event").flatMap(it -> event(it, page));
  }

  private static Optional<Trigger> event(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    if (written.equals(NEW_CONVERSATION)) {
      return Optional.of(new Trigger.NewConversation());
    }
    var later = written.equals("referral") || written.equals("api");
    page.error(
        later ? "not-supported" : "bad-value",
        scalar,
        later
            ? "The event \"%s\" is not supported yet by this version".formatted(written)
            : "Expected %s, but got \"%s\"%s"
                .formatted(
                    NEW_CONVERSATION, written, Suggestion.of(written, List.of(NEW_CONVERSATION))));
    return Optional.empty();
  }
}
