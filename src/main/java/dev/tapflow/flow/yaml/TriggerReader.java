package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Trigger;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what starts a flow. */
final class TriggerReader {

  private static final Map<String, Event> EVENTS = Choices.of(Event.class);
  private static final Vocabulary TRIGGER =
      Vocabulary.of("A trigger")
          .may(
              "words",
              Kind.oneOrMore(Scalar.WORD),
              "Any of these as the whole message; case and accents do not matter.")
          .may(
              "event",
              Kind.choice(EVENTS.keySet()),
              "A message of a contact with no open conversation, the first after an advertisement,"
                  + " or a start by the API.")
          .may(
              "sources",
              Kind.oneOrMore(Scalar.WORD),
              "Of a referral: Meta's ids of the advertisements or posts; default any.")
          .exactlyOneOf("words", "event");

  static final Kind KIND = Kind.listOf(TRIGGER);

  private enum Event {
    NEW_CONVERSATION,
    REFERRAL,
    API;

    Trigger trigger(List<String> sources) {
      return switch (this) {
        case NEW_CONVERSATION -> new Trigger.NewConversation();
        case REFERRAL -> new Trigger.Referral(sources);
        case API -> new Trigger.Api();
      };
    }
  }

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
    var event = fields.choice("event", EVENTS);
    var sources = fields.words("sources");
    if (fields.has("sources") && event.filter(Event.REFERRAL::equals).isEmpty()) {
      page.error(
          "unknown-key", fields.keyNode("sources"), "\"sources\" belongs to \"event: referral\"");
    }
    return event.map(it -> it.trigger(sources));
  }
}
