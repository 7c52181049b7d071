package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.Action;
import dev.tapflow.flow.Bot.Command;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the words that work anywhere. */
final class CommandReader {

  private static final Map<String, Deed> DEEDS = Choices.of(Deed.class);
  private static final Vocabulary COMMAND =
      Vocabulary.of("A command")
          .must(
              "words",
              Kind.oneOrMore(Scalar.WORD),
              "What is typed, as the whole message; case and accents do not matter.")
          .may("goto", Scalar.TARGET, "Where it leads: flow#step or end.")
          .may("do", Kind.choice(DEEDS.keySet()), "Opts the customer out, or in again.")
          .may("say", Scalar.TEXT, "The confirmation; with \"do\" only.")
          .exactlyOneOf("goto", "do");

  static final Kind KIND = Kind.named(Naming.NAME, Kind.keys(COMMAND));

  private enum Deed {
    OPT_OUT,
    OPT_IN;

    Action saying(Optional<Text> say) {
      return switch (this) {
        case OPT_OUT -> new Action.OptOut(say);
        case OPT_IN -> new Action.OptIn(say);
      };
    }
  }

  private CommandReader() {}

  static SequencedMap<String, Command> read(Yaml node, Page page) {
    var commands = new LinkedHashMap<String, Command>();
    for (var entry : Entry.of(node, "commands by name", page)) {
      if (Names.isName(entry, "a command", page)) {
        command(entry, page).ifPresent(it -> commands.put(entry.key(), it));
      }
    }
    return commands;
  }

  private static Optional<Command> command(Entry entry, Page page) {
    var fields = Fields.of(entry, COMMAND, page);
    if (fields.has("goto") == fields.has("do")) {
      page.error(
          "missing-key",
          entry.keyNode(),
          "A command has either \"goto\" or \"do\": opt_out, opt_in");
    }
    if (fields.has("say") && !fields.has("do")) {
      page.error(
          "unknown-key",
          fields.keyNode("say"),
          "\"say\" belongs to a command with \"do\"; let the step it goes to speak");
    }
    var say = fields.text("say");
    var words = fields.words("words");
    Optional<Action> action =
        fields.has("goto")
            ? fields.target("goto").map(Action.GoTo::new)
            : fields.choice("do", DEEDS).map(it -> it.saying(say));
    return action.map(it -> new Command(words, it));
  }
}
