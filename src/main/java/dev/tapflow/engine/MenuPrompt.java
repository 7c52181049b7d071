package dev.tapflow.engine;

import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A menu as messages: reply buttons, a list, or one page of a list. */
final class MenuPrompt {

  private final Draft draft;
  private final Trimmings trimmings;

  MenuPrompt(Draft draft) {
    this.draft = draft;
    this.trimmings = new Trimmings(draft, new Rendering(draft));
  }

  Asked of(Question.Menu menu, int page) {
    var card = MenuCard.of(draft, menu);
    var header = card.existing(page) == 0 ? menu.header() : menu.header().filter(this::isWords);
    return asked(menu, card, trimmings.body(menu.body()), header, page);
  }

  /** With other words, and so without the header that belongs to its own. */
  Asked of(Question.Menu menu, String words, int page) {
    return asked(menu, MenuCard.of(draft, menu), words, Optional.empty(), page);
  }

  private boolean isWords(Header header) {
    return header instanceof Header.Words;
  }

  private Asked asked(
      Question.Menu menu, MenuCard card, String body, Optional<Header> header, int page) {
    if (card.visible().isEmpty() || nothingListed(menu, card)) {
      return new Asked(new Prompt(draft).texts(body), 0, whenEmpty(menu));
    }
    var shown = card.existing(page);
    var messages = new ArrayList<Outbound>();
    var above = header.flatMap(it -> header(it, card.buttons(), messages));
    messages.addAll(trimmings.under(body, card(menu, card, above, shown)));
    return new Asked(messages, shown, Optional.empty());
  }

  /** What follows a list is no list: with nothing in it, {@code empty} is what its author meant. */
  private static boolean nothingListed(Question.Menu menu, MenuCard card) {
    return menu.offer() instanceof Offer.FromData
        && card.visible().stream().allMatch(row -> row.offered().item().isEmpty());
  }

  private static Optional<Target> whenEmpty(Question.Menu menu) {
    return menu.offer() instanceof Offer.FromData data
        ? Optional.of(data.empty())
        : Optional.empty();
  }

  /** A list takes no media above it: there it is a message of its own. */
  private Optional<Outbound.Header> header(
      Header header, boolean buttons, List<Outbound> messages) {
    if (!buttons && header instanceof Header.Media(var attachment)) {
      media(attachment).ifPresent(messages::add);
      return Optional.empty();
    }
    return trimmings.header(header);
  }

  private Optional<Outbound> media(Attachment attachment) {
    return new Saying(draft).media(attachment).map(media -> media);
  }

  private Function<String, Outbound> card(
      Question.Menu menu, MenuCard card, Optional<Outbound.Header> above, int page) {
    var footer = trimmings.footer(menu.footer());
    return card.buttons()
        ? body -> new Outbound.Buttons(above, body, footer, buttons(card))
        : body ->
            new Outbound.Options(
                above, body, footer, trimmings.label(menu.button()), sections(menu, card, page));
  }

  private List<Outbound.Choice> buttons(MenuCard card) {
    return card.visible().stream()
        .map(row -> new Outbound.Choice(id(row), title(row), Optional.empty()))
        .toList();
  }

  private List<Outbound.Section> sections(Question.Menu menu, MenuCard card, int page) {
    var byGroup = new TreeMap<Integer, List<Outbound.Choice>>();
    for (var row : card.page(page)) {
      byGroup.computeIfAbsent(row.offered().group(), _ -> new ArrayList<>()).add(choice(row));
    }
    if (!card.isLast(page)) {
      card.nextPage().ifPresent(title -> byGroup.lastEntry().getValue().add(turn(title, page + 1)));
    }
    var several = byGroup.size() > 1;
    return byGroup.entrySet().stream()
        .map(
            group ->
                new Outbound.Section(
                    trimmings.heading(title(menu, group.getKey()), several), group.getValue()))
        .toList();
  }

  private static Optional<Text> title(Question.Menu menu, int group) {
    return menu.offer() instanceof Offer.Written(var groups)
        ? groups.get(group).title()
        : Optional.empty();
  }

  private Outbound.Choice turn(String title, int page) {
    var at = draft.current().at();
    var id = new ReplyId.Page(draft.release().id(), at.flow(), at.step(), page);
    return new Outbound.Choice(id.text(), title, Optional.empty());
  }

  private Outbound.Choice choice(MenuCard.Row row) {
    var description =
        row.description()
            .map(
                words ->
                    trimmings.cut(
                        "description of " + row.id(), words, WhatsAppLimits.ROW_DESCRIPTION));
    return new Outbound.Choice(id(row), title(row), description);
  }

  private String title(MenuCard.Row row) {
    if (!row.title().equals(row.full())) {
      draft.cut("title of " + row.id());
    }
    return row.title();
  }

  private String id(MenuCard.Row row) {
    var at = draft.current().at();
    return new ReplyId.Option(draft.release().id(), at.flow(), at.step(), row.id()).text();
  }
}
