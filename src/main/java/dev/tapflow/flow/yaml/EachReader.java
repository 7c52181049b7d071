package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads options that are made of a list: {@code options: { each: vars.branches, title: … }}. */
final class EachReader {

  private static final String ITEM = "item";

  /** Names that mean something else in an expression. */
  private static final Set<String> TAKEN =
      Set.of(
          "vars",
          "contact",
          "input",
          "response",
          "bot",
          "flow",
          "agent",
          "hours",
          "window",
          "now",
          "secret");

  /** The keys of options from data. */
  static final Vocabulary EACH =
      Vocabulary.of("Options from data (\"each\")")
          .must("each", Scalar.LIST, "An expression that gives a list: one option for each item.")
          .may("as", Scalar.WORD, "The item's name in the texts; default item.")
          .may("id", Scalar.VALUE, "Names the option in its reply id; default its number.")
          .must("title", Scalar.TEXT, "At most 20 characters on a button, 24 in a list.")
          .may("description", Scalar.TEXT, "Below the title in a list, at most 72 characters.")
          .may("value", Scalar.VALUE, "What \"save\" keeps; default the item itself.")
          .may("set", AssignmentReader.KIND, "Written when it is chosen, in order.")
          .may("goto", Scalar.TARGET, "Where it leads; default the menu's \"next\".")
          .may("more", OptionReader.WRITTEN, "Options that follow those of the list.")
          .must("empty", Scalar.TARGET, "Where to go when the list is empty.");

  private final Fields fields;
  private final Target next;

  private EachReader(Fields fields, Target next) {
    this.fields = fields;
    this.next = next;
  }

  /** What each item gives. */
  private record Made(
      Optional<Text> id,
      Text title,
      Optional<Text> description,
      Optional<Text> value,
      List<Assignment> set) {}

  /**
   * @param next where an option leads that does not say it
   * @param options reads those that are written out
   */
  static Offer read(Fields fields, Target next, OptionReader options) {
    var more = fields.find("more").map(options::read).orElse(List.of());
    return new EachReader(fields, next).offer(more);
  }

  private Offer offer(List<Option> more) {
    var each = fields.list("each").orElse(new Expression("[]"));
    var name = name();
    var made = fields.page().seeing(name, this::made);
    return new Offer.FromData(
        each,
        name,
        made.id(),
        made.title(),
        made.description(),
        made.value(),
        made.set(),
        fields.target("goto").orElse(next),
        more,
        fields.target("empty").orElse(next));
  }

  private Made made() {
    return new Made(
        fields.filled("id"),
        fields.text("title").orElse(Text.literal("")),
        fields.text("description"),
        fields.value("value"),
        AssignmentReader.read(fields, "set"));
  }

  private String name() {
    var written = fields.word("as").orElse(ITEM);
    if (Names.isVariableName(written) && !TAKEN.contains(written)) {
      return written;
    }
    fields
        .page()
        .error(
            "bad-name",
            fields.find("as").orElseThrow(),
            "An item's name is letters, digits and _, and none of %s; got \"%s\""
                .formatted(String.join(", ", TAKEN.stream().sorted().toList()), written));
    return ITEM;
  }
}
