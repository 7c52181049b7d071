package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import java.util.List;

/** Reads a {@code template} step. */
final class TemplateReader {

  private static final Vocabulary VALUES = Vocabulary.of("\"values\"", "header", "body", "buttons");

  private static final Step.TemplateTexts NOTHING =
      new Step.TemplateTexts(List.of(), List.of(), List.of());

  private TemplateReader() {}

  static Step read(Fields fields, Target next) {
    var name = fields.word("template").orElse("");
    fields
        .scalar("template")
        .ifPresent(at -> fields.page().refer(Reference.Kind.TEMPLATE, name, at));
    var values =
        fields
            .map("values", VALUES)
            .map(
                it ->
                    new Step.TemplateTexts(
                        it.values("header"), it.values("body"), it.values("buttons")))
            .orElse(NOTHING);
    return new Step.SendTemplate(name, fields.word("lang"), values, next);
  }
}
