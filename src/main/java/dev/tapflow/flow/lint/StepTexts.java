package dev.tapflow.flow.lint;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.SourceMap;
import dev.tapflow.message.WhatsAppLimits;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts of one step that reach a customer, with the limit of each. */
final class StepTexts {

  private final ReadFolder folder;
  private final Steps.Located at;
  private final int plain;

  /**
   * @param plain how long a plain text may be
   */
  StepTexts(ReadFolder folder, Steps.Located at, int plain) {
    this.folder = folder;
    this.at = at;
    this.plain = plain;
  }

  Stream<TextsFitWhatsApp.Measured> all() {
    return switch (at.step()) {
      case Step.Say say -> Stream.of(text("The text", say.text(), plain, "say"));
      case Question.Menu menu ->
          Stream.of(menu(menu), options(menu), exits(menu.exits(), WhatsAppLimits.BODY))
              .flatMap(it -> it);
      case Question.Ask ask ->
          Stream.of(
                  Stream.of(text("The question", ask.body(), plain, "ask")),
                  checks(ask),
                  exits(ask.exits(), plain))
              .flatMap(it -> it);
      case Step.Handover handover -> handover(handover);
      case Step.Set _,
          Step.Branch _,
          Step.Split _,
          Step.Goto _,
          Step.Link _,
          Step.Call _,
          Step.Http _,
          Step.Wait _,
          Step.Later _,
          Step.CancelLater _,
          Step.Tag _,
          Step.SendTemplate _,
          Question.Form _,
          Question.Shop _,
          Question.AskByTemplate _ ->
          Stream.empty();
    };
  }

  private Stream<TextsFitWhatsApp.Measured> menu(Question.Menu menu) {
    var sections =
        IntStream.range(0, OptionPaths.groups(menu).size())
            .boxed()
            .flatMap(
                i ->
                    optional(
                        "The title of a section",
                        OptionPaths.groups(menu).get(i).title(),
                        WhatsAppLimits.SECTION_TITLE,
                        "sections",
                        i.toString(),
                        "title"));
    return Stream.of(
            Stream.of(text("The question", menu.body(), WhatsAppLimits.BODY, "menu")),
            optional("The header", words(menu), WhatsAppLimits.TEXT_HEADER, "header"),
            optional("The footer", menu.footer(), WhatsAppLimits.FOOTER, "footer"),
            optional("The list's button", menu.button(), WhatsAppLimits.LIST_BUTTON, "button"),
            sections)
        .flatMap(it -> it);
  }

  private static Optional<Text> words(Question.Menu menu) {
    return menu.header()
        .flatMap(it -> it instanceof Header.Words(var text) ? Optional.of(text) : Optional.empty());
  }

  private Stream<TextsFitWhatsApp.Measured> options(Question.Menu menu) {
    var buttons = menu.shape() == Question.Shape.BUTTONS;
    int title = buttons ? WhatsAppLimits.BUTTON_TITLE : WhatsAppLimits.ROW_TITLE;
    var what = buttons ? "The title of a button" : "The title of an option";
    return OptionPaths.of(menu)
        .filter(it -> !it.option().hidden())
        .flatMap(
            it ->
                Stream.concat(
                    Stream.of(text(what, it.option().title(), title, it.path("title"))),
                    optional(
                        "The description",
                        it.option().description(),
                        WhatsAppLimits.ROW_DESCRIPTION,
                        it.path("description"))));
  }

  private Stream<TextsFitWhatsApp.Measured> checks(Question.Ask ask) {
    return IntStream.range(0, ask.checks().size())
        .boxed()
        .flatMap(
            i -> {
              Optional<Text> say = ask.checks().get(i).say();
              var one = folder.sources().has(at.flow(), at.path("check", "say"));
              var path =
                  one ? new String[] {"check", "say"} : new String[] {"check", i + "", "say"};
              return optional("The text", say, plain, path);
            });
  }

  private Stream<TextsFitWhatsApp.Measured> exits(Exits exits, int most) {
    var wrong =
        IntStream.range(0, exits.wrong().say().size())
            .mapToObj(
                i -> exit("The text", exits.wrong().say().get(i), most, "wrong", "say", i + ""));
    var remind = exits.silence().flatMap(Exits.Silence::remind).stream();
    return Stream.concat(
        wrong, remind.map(it -> exit("The reminder", it, plain, "silence", "remind")));
  }

  private TextsFitWhatsApp.Measured exit(String what, Text text, int most, String... path) {
    return new TextsFitWhatsApp.Measured(what, text, most, () -> place(path));
  }

  /** What the step itself does not say comes from the defaults, and is found there. */
  private Place place(String... exit) {
    if (folder.sources().has(at.flow(), at.path(exit[0], exit[1]))) {
      return folder.sources().value(at.flow(), at.path(exit));
    }
    var inDefaults = Stream.concat(Stream.of("defaults"), Stream.of(exit)).toArray(String[]::new);
    return folder.sources().value(SourceMap.BOT, inDefaults);
  }

  private Stream<TextsFitWhatsApp.Measured> handover(Step.Handover handover) {
    return Stream.of(
            optional("The text", handover.accepted(), plain, "accepted", "say"),
            optional(
                "The text",
                handover.unavailable().flatMap(Step.Handover.Leave::say),
                plain,
                "unavailable",
                "say"),
            optional(
                "The text",
                handover.timeout().flatMap(it -> it.leave().say()),
                plain,
                "timeout",
                "say"),
            optional(
                "The text",
                handover.returned().flatMap(Step.Handover.Leave::say),
                plain,
                "returned",
                "say"))
        .flatMap(it -> it);
  }

  private Stream<TextsFitWhatsApp.Measured> optional(
      String what, Optional<Text> text, int most, String... path) {
    return text.stream().map(it -> text(what, it, most, path));
  }

  private TextsFitWhatsApp.Measured text(String what, Text text, int most, String... path) {
    return new TextsFitWhatsApp.Measured(
        what, text, most, () -> folder.sources().value(at.flow(), at.path(path)));
  }
}
