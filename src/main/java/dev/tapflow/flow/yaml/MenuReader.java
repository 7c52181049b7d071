package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code menu} step. */
final class MenuReader {

  private static final Vocabulary SECTION =
      Vocabulary.of("A section")
          .may("title", Scalar.TEXT, "The heading, at most 24 characters.")
          .must("options", OptionReader.WRITTEN, "The options under it, by name.");
  private static final Map<String, Question.Shape> SHAPES = Choices.of(Question.Shape.class);

  /** The keys of a {@code menu} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"menu\" step")
          .must("menu", Scalar.TEXT, "Asks by options and waits: the question.")
          .may("options", OptionReader.WRITTEN, "The options by name.")
          .may("sections", Kind.listOf(SECTION), "The options of a list, under headings.")
          .may("header", Scalar.TEXT, "Above the question: at most 60 characters.")
          .may("footer", Scalar.TEXT, "Below it, at most 60 characters.")
          .may("button", Scalar.TEXT, "What opens a list, at most 20 characters.")
          .may(
              "as",
              Kind.choice(SHAPES.keySet()),
              "How it is shown; auto (default) is buttons where they fit, else a list.")
          .exactlyOneOf("options", "sections")
          .and(StepKeys.QUESTION);

  private final Fields fields;
  private final OptionReader options;

  private MenuReader(Fields fields, Target next) {
    this.fields = fields;
    this.options = new OptionReader(fields.page(), next);
  }

  static Step read(Fields fields, Target next, Exits defaults) {
    var reader = new MenuReader(fields, next);
    return new Question.Menu(
        StepReader.spoken(fields, "menu"),
        reader.header().map(Header.Words::new),
        fields.text("footer"),
        fields.text("button"),
        new Offer.Written(reader.groups()),
        fields.choice("as", SHAPES).orElse(Question.Shape.AUTO),
        fields.variable("save"),
        next,
        ExitsReader.read(fields, defaults),
        CommandsSwitch.isOff(fields));
  }

  private Optional<Text> header() {
    if (fields.find("header").orElse(null) instanceof Yaml.Mapping media) {
      fields
          .page()
          .error("not-supported", media, "Media as a header is not supported yet by this version");
      return Optional.empty();
    }
    return fields.text("header");
  }

  private List<Option.Group> groups() {
    if (fields.has("options") == fields.has("sections")) {
      fields
          .page()
          .error(
              "missing-key",
              fields.keyNode("menu"),
              "A menu needs either \"options\" or \"sections\"");
    }
    return fields
        .find("options")
        .map(it -> List.of(new Option.Group(Optional.empty(), options.read(it))))
        .or(() -> fields.find("sections").map(this::sections))
        .orElse(List.of());
  }

  private List<Option.Group> sections(Yaml node) {
    if (node instanceof Yaml.Sequence list) {
      return list.items().stream().map(this::section).toList();
    }
    fields
        .page()
        .error("wrong-shape", node, "Expected a list of sections: - { title: …, options: … }");
    return List.of();
  }

  private Option.Group section(Yaml node) {
    var section = Fields.of(node, SECTION, fields.page());
    return new Option.Group(
        section.text("title"), section.find("options").map(options::read).orElse(List.of()));
  }
}
