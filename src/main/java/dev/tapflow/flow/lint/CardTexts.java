package dev.tapflow.flow.lint;

import dev.tapflow.flow.Header;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.lint.Measured.Cut;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.message.WhatsAppLimits;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts of an interactive message: of its body, around it and on what can be tapped. */
final class CardTexts {

  private final ReadFolder folder;
  private final Steps.Located at;

  CardTexts(ReadFolder folder, Steps.Located at) {
    this.folder = folder;
    this.at = at;
  }

  Stream<Measured> link(Step.Link link) {
    return Stream.of(
            body(link.text()),
            around(link.header(), link.footer()),
            title("The button", link.button(), WhatsAppLimits.LIST_BUTTON, "button"))
        .flatMap(it -> it);
  }

  Stream<Measured> form(Question.Form form) {
    return Stream.of(
            body(form.body()),
            around(form.header(), form.footer()),
            title("The button", form.button(), WhatsAppLimits.LIST_BUTTON, "button"))
        .flatMap(it -> it);
  }

  Stream<Measured> shop(Question.Shop shop) {
    var goods =
        switch (shop.goods()) {
          case Question.Goods.Some(var _, var header, var shelves) ->
              Stream.concat(
                  header(Optional.of(header)),
                  sections(shelves.stream().map(Question.Goods.Shelf::title).toList()));
          case Question.Goods.One _, Question.Goods.All _ -> Stream.<Measured>empty();
        };
    return Stream.of(body(shop.body()), around(Optional.empty(), shop.footer()), goods)
        .flatMap(it -> it);
  }

  Stream<Measured> menu(Question.Menu menu) {
    var titles = OptionPaths.groups(menu).stream().map(it -> it.title()).toList();
    return Stream.of(
            body(menu.body()),
            around(menu.header(), menu.footer()),
            title("The list's button", menu.button(), WhatsAppLimits.LIST_BUTTON, "button"),
            sections(titles),
            options(menu),
            fromData(menu))
        .flatMap(it -> it);
  }

  private Stream<Measured> options(Question.Menu menu) {
    return OptionPaths.of(menu)
        .filter(it -> !it.option().hidden())
        .flatMap(
            it ->
                option(
                    menu,
                    it.option().title(),
                    it.option().description(),
                    it.path("title"),
                    it.path("description")));
  }

  private Stream<Measured> fromData(Question.Menu menu) {
    return menu.offer() instanceof Offer.FromData data
        ? option(
            menu,
            data.title(),
            data.description(),
            new String[] {"options", "title"},
            new String[] {"options", "description"})
        : Stream.empty();
  }

  private Stream<Measured> option(
      Question.Menu menu,
      Text title,
      Optional<Text> description,
      String[] titlePath,
      String[] descriptionPath) {
    var buttons = menu.shape() == Question.Shape.BUTTONS;
    int most = buttons ? WhatsAppLimits.BUTTON_TITLE : WhatsAppLimits.ROW_TITLE;
    var what = buttons ? "The title of a button" : "The title of an option";
    return Stream.concat(
        title(what, Optional.of(title), most, titlePath),
        title("The description", description, WhatsAppLimits.ROW_DESCRIPTION, descriptionPath));
  }

  private Stream<Measured> sections(List<Optional<Text>> titles) {
    return IntStream.range(0, titles.size())
        .boxed()
        .flatMap(
            i ->
                title(
                    "The title of a section",
                    titles.get(i),
                    WhatsAppLimits.SECTION_TITLE,
                    "sections",
                    i.toString(),
                    "title"));
  }

  private Stream<Measured> body(Text body) {
    return Stream.of(
        new Measured(
            at.step() instanceof Question ? "The question" : "The text",
            body,
            WhatsAppLimits.BODY,
            Cut.SPLIT,
            language -> folder.sources().said(at.flow(), language, at.path(Verbs.of(at.step())))));
  }

  private Stream<Measured> around(Optional<Header> header, Optional<Text> footer) {
    var words =
        header.flatMap(
            it -> it instanceof Header.Words(var text) ? Optional.of(text) : Optional.empty());
    return Stream.concat(
        header(words), title("The footer", footer, WhatsAppLimits.FOOTER, "footer"));
  }

  private Stream<Measured> header(Optional<Text> words) {
    return title("The header", words, WhatsAppLimits.TEXT_HEADER, "header");
  }

  private Stream<Measured> title(String what, Optional<Text> text, int most, String... path) {
    return text.stream()
        .map(
            it ->
                new Measured(
                    what,
                    it,
                    most,
                    Cut.SHORTENED,
                    language -> folder.sources().said(at.flow(), language, at.path(path))));
  }
}
