package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Reads a {@code template} step. */
final class TemplateReader {

  private static final Kind SECTION = Kind.oneOrMore(Scalar.VALUE);
  private static final Vocabulary VALUES =
      Vocabulary.of("\"values\"")
          .may("header", SECTION, "For the placeholders of the header, in order.")
          .may("body", SECTION, "For those of the body.")
          .may("buttons", SECTION, "For those of the buttons.");

  /** The keys of a {@code template} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"template\" step")
          .must("template", Scalar.NAME, "Sends an approved template, one of bot.yaml.")
          .may("lang", Scalar.WORD, "The language it is sent in; default the contact's.")
          .may("values", Kind.keys(VALUES), "What stands for its placeholders.")
          .and(StepKeys.PASSING)
          .later("media", "options", "save", "wrong", "silence");

  private TemplateReader() {}

  static Step read(Fields fields, Target next) {
    var name = fields.word("template").orElse("");
    fields
        .scalar("template")
        .ifPresent(at -> fields.page().refer(Reference.Kind.TEMPLATE, name, at));
    var values = fields.map("values", VALUES);
    var call =
        new TemplateCall(
            name,
            fields.word("lang"),
            section(values, "header"),
            section(values, "body"),
            section(values, "buttons"),
            Optional.empty());
    return new Step.SendTemplate(call, next);
  }

  private static List<Text> section(Optional<Fields> values, String name) {
    return values.map(it -> it.values(name)).orElse(List.of());
  }
}
