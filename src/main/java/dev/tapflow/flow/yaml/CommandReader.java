package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.Action;
import dev.tapflow.flow.Bot.Command;
import dev.tapflow.flow.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the words that work anywhere. */
final class CommandReader {

  private static final Vocabulary COMMAND =
      Vocabulary.of("A command", "words", "goto", "do", "say");
  private static final Map<String, Deed> DEEDS = Choices.of(Deed.class);

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
    var fields = Fields.of(entry.value(), COMMAND, page);
    fields.require("words", entry.keyNode());
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
