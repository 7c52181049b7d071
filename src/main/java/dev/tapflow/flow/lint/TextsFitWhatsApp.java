package dev.tapflow.flow.lint;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Bot.ChannelDeclaration;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.SourceMap;
import dev.tapflow.message.WhatsAppLimits;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * No text is longer than WhatsApp takes it in its place. Of a text with insertions the written part
 * counts: at least that much is sent.
 */
final class TextsFitWhatsApp implements Rule {

  /**
   * A text and how long it may be, in code points.
   *
   * @param place where it stands; few are ever asked
   */
  record Measured(String what, Text text, int most, Supplier<Place> place) {}

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    int plain = plainText(folder.bot());
    var inSteps = Steps.of(folder).flatMap(it -> new StepTexts(folder, it, plain).all());
    return Stream.concat(inSteps, shared(folder, plain))
        .filter(it -> WhatsAppLimits.length(it.text().literalText()) > it.most())
        .map(
            it ->
                Findings.error(
                    folder,
                    "too-long",
                    it.place().get(),
                    "%s has %d characters; WhatsApp takes at most %d"
                        .formatted(
                            it.what(), WhatsAppLimits.length(it.text().literalText()), it.most())));
  }

  /** Where a channel sends plain text as the body of a button, a body's limit holds. */
  private static int plainText(Bot bot) {
    boolean asBody =
        bot.channels().values().stream()
            .anyMatch(
                it ->
                    it.kind() == ChannelDeclaration.Kind.OCTOPODS
                        && it.text() == ChannelDeclaration.TextRoute.BUTTON);
    return asBody ? WhatsAppLimits.BODY : WhatsAppLimits.PLAIN_TEXT;
  }

  private static Stream<Measured> shared(ReadFolder folder, int plain) {
    var bot = folder.bot();
    var button =
        bot.textButton().stream()
            .map(
                it ->
                    new Measured(
                        "The title of the text button",
                        it.title(),
                        WhatsAppLimits.BUTTON_TITLE,
                        () -> at(folder, "text_button", "title")));
    var list =
        new Measured(
            "The button of lists",
            bot.listButton(),
            WhatsAppLimits.LIST_BUTTON,
            () -> at(folder, "defaults", "button"));
    return Stream.concat(
        Stream.concat(button, Stream.of(list)),
        bot.commands().entrySet().stream()
            .flatMap(
                it ->
                    said(it.getValue().action())
                        .map(
                            text ->
                                new Measured(
                                    "The text",
                                    text,
                                    plain,
                                    () -> at(folder, "commands", it.getKey(), "say")))));
  }

  private static Stream<Text> said(Bot.Action action) {
    return switch (action) {
      case Bot.Action.GoTo _ -> Stream.empty();
      case Bot.Action.OptOut(var say) -> say.stream();
      case Bot.Action.OptIn(var say) -> say.stream();
    };
  }

  private static Place at(ReadFolder folder, String... path) {
    return folder.sources().value(SourceMap.BOT, path);
  }
}
