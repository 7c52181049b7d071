package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import dev.tapflow.message.WhatsAppLimits;
import java.util.List;
import java.util.Optional;

/** Fails where WhatsApp would refuse a message (source: WhatsApp "Interactive messages" pages). */
final class WhatsAppCheck {

  private WhatsAppCheck() {}

  static void check(Outbound message) {
    switch (message) {
      case Outbound.Text(var body) -> filled(body, WhatsAppLimits.PLAIN_TEXT);
      case Outbound.Media media -> {
        address(media.url());
        media.caption().ifPresent(caption -> filled(caption, WhatsAppLimits.CAPTION));
        assertThat(media.kind() == Outbound.Media.Kind.AUDIO && media.caption().isPresent())
            .isFalse();
      }
      case Outbound.Buttons buttons -> {
        around(buttons.header(), buttons.body(), buttons.footer());
        buttons(buttons.choices());
      }
      case Outbound.Options options -> {
        around(options.header(), options.body(), options.footer());
        assertThat(options.header().stream().toList())
            .allMatch(Outbound.Header.Words.class::isInstance);
        filled(options.button(), WhatsAppLimits.LIST_BUTTON);
        sections(options.sections());
      }
      case Outbound.Form form -> {
        around(form.header(), form.body(), form.footer());
        filled(form.button(), WhatsAppLimits.LIST_BUTTON);
        assertThat(form.flowId()).isNotBlank();
        assertThat(ReplyId.parse(form.token())).isPresent();
      }
      case Outbound.Product product -> {
        around(Optional.empty(), product.body(), product.footer());
        assertThat(List.of(product.catalog(), product.item())).noneMatch(String::isBlank);
      }
      case Outbound.Products products -> {
        filled(products.header(), WhatsAppLimits.TEXT_HEADER);
        around(Optional.empty(), products.body(), products.footer());
        shelves(products.shelves());
      }
      case Outbound.Catalog catalog -> around(Optional.empty(), catalog.body(), catalog.footer());
      case Outbound.Link link -> {
        around(link.header(), link.body(), link.footer());
        filled(link.button(), WhatsAppLimits.LIST_BUTTON);
        address(link.url());
      }
      case Outbound.LocationRequest(var body) -> filled(body, WhatsAppLimits.BODY);
      case Outbound.Template template -> {
        template.header().ifPresent(WhatsAppCheck::header);
        assertThat(template.replies()).extracting(Outbound.Choice::id).doesNotHaveDuplicates();
        template.replies().forEach(WhatsAppCheck::id);
      }
    }
  }

  private static void around(
      Optional<Outbound.Header> header, String body, Optional<String> footer) {
    filled(body, WhatsAppLimits.BODY);
    header.ifPresent(WhatsAppCheck::header);
    footer.ifPresent(words -> filled(words, WhatsAppLimits.FOOTER));
  }

  private static void header(Outbound.Header header) {
    switch (header) {
      case Outbound.Header.Words(var text) -> filled(text, WhatsAppLimits.TEXT_HEADER);
      case Outbound.Header.Picture(var url) -> address(url);
      case Outbound.Header.Film(var url) -> address(url);
      case Outbound.Header.Paper(var url) -> address(url);
    }
  }

  private static void buttons(List<Outbound.Choice> choices) {
    assertThat(choices).hasSizeBetween(1, WhatsAppLimits.BUTTONS);
    assertThat(choices).extracting(Outbound.Choice::title).doesNotHaveDuplicates();
    assertThat(choices).extracting(Outbound.Choice::id).doesNotHaveDuplicates();
    for (var choice : choices) {
      id(choice);
      filled(choice.title(), WhatsAppLimits.BUTTON_TITLE);
      assertThat(choice.description()).isEmpty();
    }
  }

  private static void sections(List<Outbound.Section> sections) {
    assertThat(sections).hasSizeBetween(1, WhatsAppLimits.SECTIONS);
    var rows = sections.stream().flatMap(section -> section.choices().stream()).toList();
    assertThat(rows).hasSizeLessThanOrEqualTo(WhatsAppLimits.ROWS);
    assertThat(rows).extracting(Outbound.Choice::id).doesNotHaveDuplicates();
    for (var section : sections) {
      assertThat(section.choices()).isNotEmpty();
      heading(section.title(), sections.size());
    }
    for (var row : rows) {
      id(row);
      filled(row.title(), WhatsAppLimits.ROW_TITLE);
      row.description().ifPresent(words -> filled(words, WhatsAppLimits.ROW_DESCRIPTION));
    }
  }

  private static void heading(Optional<String> title, int sections) {
    title.ifPresent(words -> filled(words, WhatsAppLimits.SECTION_TITLE));
    assertThat(title.isPresent() || sections == 1).isTrue();
  }

  private static void shelves(List<Outbound.Shelf> shelves) {
    assertThat(shelves).hasSizeBetween(1, WhatsAppLimits.SECTIONS);
    assertThat(shelves.stream().mapToInt(shelf -> shelf.items().size()).sum())
        .isLessThanOrEqualTo(WhatsAppLimits.PRODUCTS);
    for (var shelf : shelves) {
      assertThat(shelf.items()).isNotEmpty().noneMatch(String::isBlank);
      heading(shelf.title(), shelves.size());
    }
  }

  /** At most 200 characters, no space outside, and understood when it comes back. */
  private static void id(Outbound.Choice choice) {
    assertThat(choice.id()).hasSizeBetween(1, ReplyId.LONGEST).isEqualTo(choice.id().strip());
    assertThat(ReplyId.parse(choice.id())).isPresent();
  }

  private static void filled(String text, int most) {
    assertThat(text).isNotBlank();
    assertThat(WhatsAppLimits.length(text)).isLessThanOrEqualTo(most);
  }

  private static void address(String url) {
    assertThat(url).matches("https?://[!-~]+");
  }
}
