package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Option;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the options of one menu; an id is given once over all its sections. */
final class OptionReader {

  private static final Vocabulary OPTION =
      Vocabulary.of("An option")
          .must("title", Scalar.TEXT, "At most 20 characters on a button, 24 in a list.")
          .may("description", Scalar.TEXT, "Below the title in a list, at most 72 characters.")
          .may("also", Kind.oneOrMore(Scalar.WORD), "Words that are understood when typed.")
          .may("value", Scalar.VALUE, "What \"save\" keeps; default the option's name.")
          .may("set", AssignmentReader.KIND, "Written when it is chosen, in order.")
          .may("goto", Scalar.TARGET, "Where it leads; default the menu's \"next\".")
          .may("if", Scalar.CONDITION, "Shown only while this holds.")
          .may("hidden", Scalar.FLAG, "Understood, and not shown.");

  /** Options that are written out: their titles, or all about them, by their names. */
  static final Kind WRITTEN =
      Kind.named(Naming.OPTION, Kind.either(Scalar.TEXT, Kind.keys(OPTION)));

  private final Page page;
  private final Target next;
  private final Set<String> ids = new HashSet<>();

  OptionReader(Page page, Target next) {
    this.page = page;
    this.next = next;
  }

  List<Option> read(Yaml node) {
    var entries = Entry.of(node, "options", page);
    var fromData = entries.stream().filter(it -> it.key().equals("each")).findFirst();
    if (fromData.isPresent()) {
      page.error(
          "wrong-shape",
          fromData.get().keyNode(),
          "Options from data stand alone in the \"options\" of a menu: options: { each: … }");
      return List.of();
    }
    return entries.stream().flatMap(it -> option(it).stream()).toList();
  }

  private Optional<Option> option(Entry entry) {
    if (!Names.isName(entry, "an option", page)) {
      return Optional.empty();
    }
    if (!ids.add(entry.key())) {
      page.error(
          "duplicate-key",
          entry.keyNode(),
          "Another section of this menu has an option \"%s\" already".formatted(entry.key()));
      return Optional.empty();
    }
    return Optional.of(
        entry.value() instanceof Yaml.Scalar title ? brief(entry, title) : full(entry));
  }

  /** {@code id: Title} */
  private Option brief(Entry entry, Yaml.Scalar title) {
    return new Option(
        entry.key(),
        Texts.spoken(title, page),
        Optional.empty(),
        also(entry, List.of()),
        Optional.empty(),
        List.of(),
        next,
        Optional.empty(),
        false);
  }

  private Option full(Entry entry) {
    var fields = Fields.of(entry, OPTION, page);
    return new Option(
        entry.key(),
        fields.text("title").orElse(Text.literal(entry.key())),
        fields.text("description"),
        also(entry, fields.words("also")),
        fields.value("value"),
        AssignmentReader.read(fields, "set"),
        fields.target("goto").orElse(next),
        fields.condition("if", Role.CONDITION),
        fields.flag("hidden"));
  }

  /** Whatever language a word is of, it is understood in all. */
  private List<String> also(Entry entry, List<String> written) {
    var translated = page.overlay().map(it -> it.words(entry.value(), page)).orElse(List.of());
    return Stream.concat(written.stream(), translated.stream()).distinct().toList();
  }
}
