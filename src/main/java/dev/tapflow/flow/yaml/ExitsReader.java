package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how a question can be left other than by its answer. What a question does not say is taken
 * from the defaults, key by key.
 */
final class ExitsReader {

  private static final Vocabulary WRONG =
      Vocabulary.of("\"wrong\"")
          .may(
              "say",
              Kind.oneOrMore(Scalar.TEXT),
              "A text per try; the last repeats. Without it the question is sent again.")
          .may("tries", Scalar.COUNT, "The wrong answer of this number leaves by \"goto\".")
          .may("goto", Scalar.TARGET, "Where the last try leads; default the first team.");
  private static final Vocabulary GIVE_UP =
      Vocabulary.of("\"give_up\"")
          .may("after", Scalar.DURATION, "How long after the reminder.")
          .may(
              "before_window_closes",
              Scalar.DURATION,
              "How long before the customer's 24-hour window closes.")
          .must("goto", Scalar.TARGET, "Where the conversation goes on then.");
  private static final Vocabulary SILENCE =
      Vocabulary.of("\"silence\"")
          .may("after", Scalar.DURATION, "How long after the question.")
          .may("remind", Scalar.TEXT, "Said then, once.")
          .may("give_up", Kind.keys(GIVE_UP), "When the waiting ends, and where it leads.");
  private static final Vocabulary UNDELIVERED =
      Vocabulary.of("\"undelivered\"")
          .must("goto", Scalar.TARGET, "Where the conversation goes on.");
  private static final Map<String, Exits.Stale> STALE = Choices.of(Exits.Stale.class);

  /** The keys of a question's exits. */
  static final Vocabulary KEYS =
      Vocabulary.of("Exits")
          .may("wrong", Kind.keys(WRONG), "What is said to an answer that is none.")
          .may(
              "silence",
              Kind.either(Kind.choice(List.of("none")), Kind.keys(SILENCE)),
              "What is done when no answer comes; none: nothing.")
          .may(
              "stale",
              Kind.choice(STALE.keySet()),
              "What a tap on an older menu does: follow it, ask again, or say it has expired.")
          .may(
              "undelivered",
              Kind.either(Kind.choice(List.of("hold")), Kind.keys(UNDELIVERED)),
              "What is done when the question cannot be delivered; hold: it stays pending.");

  private final Fields fields;
  private final Exits defaults;

  private ExitsReader(Fields fields, Exits defaults) {
    this.fields = fields;
    this.defaults = defaults;
  }

  static Exits read(Fields fields, Exits defaults) {
    var reader = new ExitsReader(fields, defaults);
    return new Exits(
        fields.map("wrong", WRONG).map(reader::wrong).orElse(defaults.wrong()),
        fields.find("silence").map(reader::silence).orElse(defaults.silence()),
        fields.choice("stale", STALE).orElse(defaults.stale()),
        fields.find("undelivered").map(reader::undelivered).orElse(defaults.undelivered()));
  }

  private Exits.Wrong wrong(Fields wrong) {
    return new Exits.Wrong(
        wrong.texts("say").orElse(defaults.wrong().say()),
        wrong.count("tries").orElse(defaults.wrong().tries()),
        wrong.target("goto").or(defaults.wrong()::goTo));
  }

  private Optional<Exits.Silence> silence(Yaml node) {
    if (isWord(node, "none")) {
      return Optional.empty();
    }
    var silence = Fields.of(node, SILENCE, fields.page());
    var after = silence.duration("after").or(() -> defaults.silence().map(Exits.Silence::after));
    if (after.isEmpty() && !silence.has("after")) {
      silence.require("after", fields.keyNode("silence"));
    }
    var remind = silence.text("remind").or(() -> defaults.silence().flatMap(Exits.Silence::remind));
    var giveUp =
        silence
            .map("give_up", GIVE_UP)
            .flatMap(it -> giveUp(it, silence.keyNode("give_up")))
            .or(() -> defaults.silence().flatMap(Exits.Silence::giveUp));
    if (remind.isEmpty() && giveUp.isEmpty() && !silence.has("give_up")) {
      fields
          .page()
          .error(
              "missing-key",
              fields.keyNode("silence"),
              "\"silence\" needs \"remind\" or \"give_up\", else nothing happens");
    }
    return after.map(it -> new Exits.Silence(it, remind, giveUp));
  }

  private static Optional<Exits.GiveUp> giveUp(Fields giveUp, Yaml at) {
    if (!giveUp.has("after") && !giveUp.has("before_window_closes")) {
      giveUp
          .page()
          .error("missing-key", at, "\"give_up\" needs \"after\" or \"before_window_closes\"");
    }
    var after = giveUp.duration("after");
    var before = giveUp.duration("before_window_closes");
    return giveUp.target("goto").map(it -> new Exits.GiveUp(after, before, it));
  }

  private Exits.Undelivered undelivered(Yaml node) {
    if (isWord(node, "hold")) {
      return new Exits.Undelivered.Hold();
    }
    return fields
        .map("undelivered", UNDELIVERED)
        .flatMap(it -> it.target("goto"))
        .<Exits.Undelivered>map(Exits.Undelivered.GoTo::new)
        .orElse(defaults.undelivered());
  }

  private static boolean isWord(Yaml node, String word) {
    return node instanceof Yaml.Scalar scalar && scalar.value().strip().equals(word);
  }
}
