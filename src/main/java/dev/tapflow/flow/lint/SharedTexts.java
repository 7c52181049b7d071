package dev.tapflow.flow.lint;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.lint.Measured.Cut;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.SourceMap;
import dev.tapflow.message.WhatsAppLimits;
import java.util.stream.Stream;

/** The texts of bot.yaml that reach a customer; those of its exits are met at the questions. */
final class SharedTexts {

  private SharedTexts() {}

  /**
   * @param plain how long a plain text may be
   */
  static Stream<Measured> of(ReadFolder folder, int plain) {
    var bot = folder.bot();
    var button =
        bot.textButton().stream()
            .map(
                it ->
                    title(
                        folder,
                        "The title of the text button",
                        it.title(),
                        WhatsAppLimits.BUTTON_TITLE,
                        "text_button",
                        "title"));
    var defaults =
        Stream.of(
            title(
                folder,
                "The button of lists",
                bot.listButton(),
                WhatsAppLimits.LIST_BUTTON,
                "defaults",
                "button"),
            title(
                folder,
                "The row of the next page",
                bot.nextPage(),
                WhatsAppLimits.ROW_TITLE,
                "defaults",
                "next_page"));
    var notice = bot.notice().stream().map(it -> said(folder, it.say(), plain, "notice", "say"));
    return Stream.of(button, defaults, notice, commands(folder, plain)).flatMap(it -> it);
  }

  private static Stream<Measured> commands(ReadFolder folder, int plain) {
    return folder.bot().commands().entrySet().stream()
        .flatMap(
            it ->
                said(it.getValue().action())
                    .map(text -> said(folder, text, plain, "commands", it.getKey(), "say")));
  }

  private static Stream<Text> said(Bot.Action action) {
    return switch (action) {
      case Bot.Action.GoTo _ -> Stream.empty();
      case Bot.Action.OptOut(var say) -> say.stream();
      case Bot.Action.OptIn(var say) -> say.stream();
    };
  }

  private static Measured said(ReadFolder folder, Text text, int plain, String... path) {
    return new Measured(
        "The text",
        text,
        plain,
        Cut.SPLIT,
        language -> folder.sources().said(SourceMap.BOT, language, path));
  }

  private static Measured title(
      ReadFolder folder, String what, Text text, int most, String... path) {
    return new Measured(
        what,
        text,
        most,
        Cut.SHORTENED,
        language -> folder.sources().said(SourceMap.BOT, language, path));
  }
}
