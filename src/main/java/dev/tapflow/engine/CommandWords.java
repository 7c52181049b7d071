package dev.tapflow.engine;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Target;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The words that work anywhere, and the one button that does. Only a whole message is a command.
 */
final class CommandWords {

  private static final String MENU = "menu";

  /** What the button says where the bot names none. */
  private static final String DEFAULT_TITLE = "Menu";

  private final Bot bot;

  CommandWords(Bot bot) {
    this.bot = bot;
  }

  /** A command that leads somewhere. */
  record Jump(String name, Target target) {

    boolean isMenu() {
      return name.equals(MENU);
    }

    String exit() {
      return "command:" + name;
    }
  }

  /** The opt-out or opt-in command of these words, by its name. */
  Optional<Map.Entry<String, Bot.Action>> optingOutOrIn(String words) {
    return named(words, action -> !(action instanceof Bot.Action.GoTo))
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().action()));
  }

  Optional<Jump> jump(String words) {
    return named(words, Bot.Action.GoTo.class::isInstance)
        .flatMap(entry -> jump(entry.getKey(), entry.getValue()));
  }

  /** Where the button under a plain text leads; the command {@code menu} unless told otherwise. */
  Optional<Jump> textButton() {
    return bot.textButton()
        .map(button -> new Jump(MENU, button.goTo()))
        .or(() -> Optional.ofNullable(bot.commands().get(MENU)).flatMap(it -> jump(MENU, it)));
  }

  /** True where a title that came back without an id is the one of that button. */
  boolean isTextButton(Rendering rendering, String title) {
    var named = bot.textButton().flatMap(button -> rendering.words(button.title()));
    return textButton().isPresent()
        && Folding.fold(named.orElse(DEFAULT_TITLE)).equals(Folding.fold(title));
  }

  private static Optional<Jump> jump(String name, Bot.Command command) {
    return command.action() instanceof Bot.Action.GoTo(var target)
        ? Optional.of(new Jump(name, target))
        : Optional.empty();
  }

  private Optional<Map.Entry<String, Bot.Command>> named(String words, Predicate<Bot.Action> kind) {
    return bot.commands().entrySet().stream()
        .filter(entry -> kind.test(entry.getValue().action()))
        .filter(entry -> Folding.isOneOf(entry.getValue().words(), words))
        .findFirst();
  }
}
