package dev.tapflow.engine;

import dev.tapflow.flow.Header;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A question as the messages that put it. What does not fit is cut or split, and noted. */
final class Prompt {

  /** Stands where a question's text came out empty: WhatsApp takes no empty body. */
  private static final String NOTHING = "…";

  private final Draft draft;
  private final Rendering rendering;

  Prompt(Draft draft) {
    this.draft = draft;
    this.rendering = new Rendering(draft);
  }

  /** The question as it is written. */
  List<Outbound> of(Question question) {
    return switch (question) {
      case Question.Menu menu -> menu(menu, body(menu.body()), words(menu.header()));
      case Question.Ask ask -> texts(body(ask.body()));
      case Question.Form _, Question.Shop _, Question.AskByTemplate _ -> List.of();
    };
  }

  private Optional<String> words(Optional<Header> header) {
    return header.flatMap(
        it ->
            switch (it) {
              case Header.Words(var text) -> rendering.words(text);
              case Header.Media _ -> Optional.empty();
            });
  }

  /** The same question with other words: a menu keeps its options and drops its header. */
  List<Outbound> of(Question question, String words) {
    return switch (question) {
      case Question.Menu menu -> menu(menu, words, Optional.empty());
      case Question.Ask _, Question.Form _, Question.Shop _, Question.AskByTemplate _ ->
          texts(words);
    };
  }

  /** A text as one message, or as several where it is too long for one. */
  List<Outbound> texts(String text) {
    var pieces = Fitting.split(text, WhatsAppLimits.PLAIN_TEXT);
    if (pieces.size() > 1) {
      draft.cut("text split into " + pieces.size());
    }
    return pieces.stream().map(piece -> (Outbound) new Outbound.Text(piece)).toList();
  }

  private String body(Text text) {
    var words = rendering.words(text);
    if (words.isEmpty()) {
      draft.failed(text.literalText(), "the text came out empty");
    }
    return words.orElse(NOTHING);
  }

  private List<Outbound> menu(Question.Menu menu, String body, Optional<String> header) {
    var card = MenuCard.of(draft, menu);
    if (card.visible().isEmpty()) {
      return texts(body);
    }
    var pieces = Fitting.split(body, WhatsAppLimits.BODY);
    if (pieces.size() > 1) {
      draft.cut("body split into " + pieces.size());
    }
    var messages = new ArrayList<Outbound>();
    pieces.subList(0, pieces.size() - 1).forEach(piece -> messages.add(new Outbound.Text(piece)));
    messages.add(card(menu, card, pieces.getLast(), header));
    return messages;
  }

  private Outbound card(Question.Menu menu, MenuCard card, String body, Optional<String> header) {
    var above =
        header
            .map(words -> cut("header", words, WhatsAppLimits.TEXT_HEADER))
            .map(words -> (Outbound.Header) new Outbound.Header.Words(words));
    var footer =
        menu.footer()
            .flatMap(rendering::words)
            .map(words -> cut("footer", words, WhatsAppLimits.FOOTER));
    return card.buttons()
        ? new Outbound.Buttons(above, body, footer, choices(shown(card)))
        : new Outbound.Options(above, body, footer, label(menu), sections(menu, shown(card)));
  }

  private List<MenuCard.Row> shown(MenuCard card) {
    var visible = card.visible();
    if (visible.size() > WhatsAppLimits.ROWS) {
      draft.cut("options beyond " + WhatsAppLimits.ROWS);
    }
    return visible.stream().limit(WhatsAppLimits.ROWS).toList();
  }

  private String label(Question.Menu menu) {
    var label = menu.button().flatMap(rendering::words);
    return cut(
        "button",
        label.orElseGet(() -> body(draft.bot().listButton())),
        WhatsAppLimits.LIST_BUTTON);
  }

  private List<Outbound.Section> sections(Question.Menu menu, List<MenuCard.Row> rows) {
    var byGroup = new TreeMap<Integer, List<MenuCard.Row>>();
    rows.forEach(row -> byGroup.computeIfAbsent(row.group(), _ -> new ArrayList<>()).add(row));
    return byGroup.entrySet().stream()
        .map(
            group ->
                new Outbound.Section(
                    MenuCard.groups(menu).get(group.getKey()).title().flatMap(this::sectionTitle),
                    choices(group.getValue())))
        .toList();
  }

  private Optional<String> sectionTitle(Text title) {
    return rendering
        .words(title)
        .map(words -> cut("section title", words, WhatsAppLimits.SECTION_TITLE));
  }

  private List<Outbound.Choice> choices(List<MenuCard.Row> rows) {
    return rows.stream().map(this::choice).toList();
  }

  private Outbound.Choice choice(MenuCard.Row row) {
    if (!row.title().equals(row.full())) {
      draft.cut("title of " + row.id());
    }
    var at = draft.current().at();
    var id = new ReplyId.Option(draft.release().id(), at.flow(), at.step(), row.id());
    var description =
        row.description()
            .map(words -> cut("description of " + row.id(), words, WhatsAppLimits.ROW_DESCRIPTION));
    return new Outbound.Choice(id.text(), row.title(), description);
  }

  private String cut(String what, String words, int limit) {
    var fitted = Fitting.cut(words, limit);
    if (!fitted.equals(words)) {
      draft.cut(what);
    }
    return fitted;
  }
}
