package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Exits;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how a question can be left other than by its answer. What a question does not say is taken
 * from the defaults, key by key.
 */
final class ExitsReader {

  /** The keys of a question's exits. */
  static final Set<String> KEYS = Set.of("wrong", "silence", "stale", "undelivered");

  private static final Vocabulary WRONG = Vocabulary.of("\"wrong\"", "say", "tries", "goto");
  private static final Vocabulary SILENCE =
      Vocabulary.of("\"silence\"", "after", "remind", "give_up");
  private static final Vocabulary GIVE_UP =
      Vocabulary.of("\"give_up\"", "after", "before_window_closes", "goto");
  private static final Vocabulary UNDELIVERED = Vocabulary.of("\"undelivered\"", "goto");
  private static final Map<String, Exits.Stale> STALE = Choices.of(Exits.Stale.class);

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
    giveUp.require("goto", at);
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
    var map = Fields.of(node, UNDELIVERED, fields.page());
    map.require("goto", fields.keyNode("undelivered"));
    return map.target("goto")
        .<Exits.Undelivered>map(Exits.Undelivered.GoTo::new)
        .orElse(defaults.undelivered());
  }

  private static boolean isWord(Yaml node, String word) {
    return node instanceof Yaml.Scalar scalar && scalar.value().strip().equals(word);
  }
}
