package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
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
          .may(
              "options",
              Kind.either(Kind.keys(EachReader.EACH), OptionReader.WRITTEN),
              "The options by name, or one for each item of a list.")
          .may("sections", Kind.listOf(SECTION), "The options of a list, under headings.")
          .may("header", HeaderReader.KIND, "Above the question: a text, or { image: url }.")
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
  private final Target next;

  private MenuReader(Fields fields, Target next) {
    this.fields = fields;
    this.next = next;
    this.options = new OptionReader(fields.page(), next);
  }

  static Step read(Fields fields, Target next, Exits defaults) {
    var reader = new MenuReader(fields, next);
    return new Question.Menu(
        StepReader.spoken(fields, "menu"),
        HeaderReader.read(fields),
        fields.text("footer"),
        fields.text("button"),
        reader.offer(),
        fields.choice("as", SHAPES).orElse(Question.Shape.AUTO),
        fields.variable("save"),
        next,
        ExitsReader.read(fields, defaults),
        CommandsSwitch.isOff(fields));
  }

  private Offer offer() {
    return fields
        .find("options")
        .filter(MenuReader::isFromData)
        .map(this::fromData)
        .orElseGet(() -> new Offer.Written(groups()));
  }

  private static boolean isFromData(Yaml options) {
    return options instanceof Yaml.Mapping map
        && map.pairs().stream()
            .anyMatch(it -> it.key() instanceof Yaml.Scalar key && key.value().equals("each"));
  }

  private Offer fromData(Yaml node) {
    if (fields.has("sections")) {
      missing();
    }
    var entries = Entry.of(node, EachReader.EACH.what(), fields.page());
    var each = Fields.of(node, entries, fields.keyNode("menu"), EachReader.EACH, fields.page());
    return EachReader.read(each, next, options);
  }

  private void missing() {
    fields
        .page()
        .error(
            "missing-key",
            fields.keyNode("menu"),
            "A menu needs either \"options\" or \"sections\"");
  }

  private List<Option.Group> groups() {
    if (fields.has("options") == fields.has("sections")) {
      missing();
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
