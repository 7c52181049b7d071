package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.Text;
import java.util.List;
import java.util.Optional;

/** Reads a {@code template} step. */
final class TemplateReader {

  private static final Vocabulary VALUES = Vocabulary.of("\"values\"", "header", "body", "buttons");

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
