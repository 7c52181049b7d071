package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.Action;
import dev.tapflow.flow.Bot.Command;
import dev.tapflow.flow.Bot.TextButton;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.Map;
import java.util.Optional;

/** Reads the button under a plain text; without one, the command {@code menu} gives it. */
final class TextButtonReader {

  static final Vocabulary TEXT_BUTTON =
      Vocabulary.of("\"text_button\"")
          .may("title", Scalar.TEXT, "On the button, at most 20 characters; default Menu.")
          .may("goto", Scalar.TARGET, "Where it leads; default what the command \"menu\" does.");
  private static final Text TITLE = Text.literal("Menu");
  private static final String MENU = "menu";

  private TextButtonReader() {}

  static Optional<TextButton> read(Fields bot, Map<String, Command> commands) {
    var written = bot.map("text_button", TEXT_BUTTON);
    var title = written.flatMap(it -> it.text("title")).orElse(TITLE);
    var target =
        written
            .flatMap(it -> it.target("goto"))
            .or(
                () ->
                    Optional.ofNullable(commands.get(MENU))
                        .map(Command::action)
                        .filter(Action.GoTo.class::isInstance)
                        .map(it -> ((Action.GoTo) it).target()));
    if (written.isPresent() && target.isEmpty()) {
      written.get().require("goto", bot.keyNode("text_button"));
    }
    return target.map(it -> new TextButton(title, it));
  }
}
