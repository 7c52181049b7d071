package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
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
          .may("media", Kind.keys(AttachmentReader.HEADER), "The media of its header.")
          .may(
              "options",
              OptionReader.WRITTEN,
              "Its quick replies by name; with them it is a question, the way back in.")
          .and(StepKeys.QUESTION);

  private static final List<String> OF_A_QUESTION =
      List.of("save", "wrong", "silence", "stale", "undelivered", "commands");

  private TemplateReader() {}

  static Step read(Fields fields, Target next, Exits defaults) {
    var call = call(fields);
    if (fields.has("options")) {
      return new Question.AskByTemplate(
          call,
          fields
              .find("options")
              .map(it -> new OptionReader(fields.page(), next).read(it))
              .orElse(List.of()),
          fields.variable("save"),
          next,
          ExitsReader.read(fields, defaults),
          CommandsSwitch.isOff(fields));
    }
    OF_A_QUESTION.stream().filter(fields::has).forEach(it -> refuse(fields, it));
    return new Step.SendTemplate(call, next);
  }

  private static TemplateCall call(Fields fields) {
    var name = fields.word("template").orElse("");
    fields
        .scalar("template")
        .ifPresent(at -> fields.page().refer(Reference.Kind.TEMPLATE, name, at));
    var values = fields.map("values", VALUES);
    return new TemplateCall(
        name,
        fields.word("lang"),
        section(values, "header"),
        section(values, "body"),
        section(values, "buttons"),
        AttachmentReader.read(fields, "media", AttachmentReader.HEADER));
  }

  private static void refuse(Fields fields, String key) {
    fields
        .page()
        .error(
            "unknown-key",
            fields.keyNode(key),
            "\"%s\" belongs to a template with \"options\", which is a question".formatted(key));
  }

  private static List<Text> section(Optional<Fields> values, String name) {
    return values.map(it -> it.values(name)).orElse(List.of());
  }
}
