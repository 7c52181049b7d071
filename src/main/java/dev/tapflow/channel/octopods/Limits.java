package dev.tapflow.channel.octopods;

import static dev.tapflow.message.WhatsAppLimits.length;

import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp or Octopods would refuse, found before it is sent (sources: WhatsApp "Interactive
 * reply buttons messages" and "Interactive list messages"; Octopods "Interactive messages API").
 */
final class Limits {

  private static final Pattern TEMPLATE_ID = Pattern.compile("\\d{1,18}");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  private final List<String> violations = new ArrayList<>();

  private Limits() {}

  /** Everything that is wrong with a message, as one text; empty when it may be sent. */
  static Optional<String> violation(Outbound message) {
    var limits = new Limits();
    switch (message) {
      case Outbound.Text text ->
          limits.violations.add(
              "Octopods sends no plain text; set tapflow.channels.<name>.text to button, or put it"
                  + " before a question");
      case Outbound.Buttons buttons -> limits.buttons(buttons);
      case Outbound.Options options -> limits.list(options);
      case Outbound.Template template -> limits.template(template);
      case Outbound.Form form -> limits.form(form);
      case Outbound.Product product -> limits.product(product);
      case Outbound.Products products -> limits.products(products);
      case Outbound.Catalog catalog -> limits.catalog(catalog);
      case Outbound.Media media ->
          limits.violations.add(
              "Octopods sends no %s on its own; it goes as the header of buttons"
                  .formatted(media.kind().name().toLowerCase(Locale.ROOT)));
      case Outbound.Link _ ->
          limits.violations.add("Octopods sends no button that opens an address (cta_url)");
      case Outbound.LocationRequest _ ->
          limits.violations.add("Octopods sends no location request; ask by a text");
    }
    return limits.violations.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", limits.violations));
  }

  private void buttons(Outbound.Buttons message) {
    message.header().ifPresent(this::header);
    text("body", message.body(), WhatsAppLimits.BODY);
    message.footer().ifPresent(footer -> text("footer", footer, WhatsAppLimits.FOOTER));
    count("buttons", message.choices().size(), WhatsAppLimits.BUTTONS);
    for (var choice : message.choices()) {
      id(choice.id());
      text("button title", choice.title(), WhatsAppLimits.BUTTON_TITLE);
    }
    unique("button ids", message.choices().stream().map(Outbound.Choice::id).toList());
    unique("button titles", message.choices().stream().map(Outbound.Choice::title).toList());
  }

  private void list(Outbound.Options message) {
    message.header().ifPresent(this::listHeader);
    text("body", message.body(), WhatsAppLimits.BODY);
    message.footer().ifPresent(footer -> text("footer", footer, WhatsAppLimits.FOOTER));
    text("list button", message.button(), WhatsAppLimits.LIST_BUTTON);
    count("sections", message.sections().size(), WhatsAppLimits.SECTIONS);
    for (var section : message.sections()) {
      sectionTitle(section.title().orElse(null), message.sections().size());
    }
    var rows = message.sections().stream().flatMap(section -> section.choices().stream()).toList();
    count("rows", rows.size(), WhatsAppLimits.ROWS);
    rows.forEach(this::row);
    unique("row ids", rows.stream().map(Outbound.Choice::id).toList());
  }

  private void row(Outbound.Choice row) {
    id(row.id());
    text("row title", row.title(), WhatsAppLimits.ROW_TITLE);
    row.description()
        .ifPresent(words -> text("row description", words, WhatsAppLimits.ROW_DESCRIPTION));
  }

  private void template(Outbound.Template message) {
    if (!TEMPLATE_ID.matcher(message.channelId()).matches()) {
      violations.add(
          "template '%s' has the id '%s', but Octopods' template ids are numbers; see bot.yaml"
              .formatted(message.name(), message.channelId()));
    }
  }

  private void form(Outbound.Form message) {
    message.header().ifPresent(this::header);
    words(message.body(), message.footer());
    text("form button", message.button(), WhatsAppLimits.FORM_BUTTON);
    text("flow id", message.flowId(), Integer.MAX_VALUE);
    if (message.screen().isEmpty() && !message.data().isEmpty()) {
      violations.add("a form's data goes to a screen, but none is named");
    }
  }

  private void product(Outbound.Product message) {
    words(message.body(), message.footer());
    text("catalog", message.catalog(), Integer.MAX_VALUE);
    text("item", message.item(), Integer.MAX_VALUE);
  }

  private void products(Outbound.Products message) {
    text("header", message.header(), WhatsAppLimits.TEXT_HEADER);
    words(message.body(), message.footer());
    text("catalog", message.catalog(), Integer.MAX_VALUE);
    count("sections", message.shelves().size(), WhatsAppLimits.SECTIONS);
    message
        .shelves()
        .forEach(it -> sectionTitle(it.title().orElse(null), message.shelves().size()));
    var items = message.shelves().stream().flatMap(it -> it.items().stream()).toList();
    count("products", items.size(), WhatsAppLimits.PRODUCTS);
    items.forEach(it -> text("item", it, Integer.MAX_VALUE));
  }

  private void catalog(Outbound.Catalog message) {
    words(message.body(), message.footer());
    message.thumbnail().ifPresent(it -> text("thumbnail", it, Integer.MAX_VALUE));
  }

  private void words(String body, Optional<String> footer) {
    text("body", body, WhatsAppLimits.BODY);
    footer.ifPresent(it -> text("footer", it, WhatsAppLimits.FOOTER));
  }

  private void header(Outbound.Header header) {
    switch (header) {
      case Outbound.Header.Words(var text) -> text("header", text, WhatsAppLimits.TEXT_HEADER);
      case Outbound.Header.Picture(var url) -> link(url);
      case Outbound.Header.Film(var url) -> link(url);
      case Outbound.Header.Paper(var url) -> link(url);
    }
  }

  private void listHeader(Outbound.Header header) {
    if (header instanceof Outbound.Header.Words(var text)) {
      text("header", text, WhatsAppLimits.TEXT_HEADER);
    } else {
      violations.add("a list takes only words as its header, no media");
    }
  }

  private void sectionTitle(@Nullable String title, int sections) {
    if (title != null) {
      text("section title", title, WhatsAppLimits.SECTION_TITLE);
    } else if (sections > 1) {
      violations.add("each of several sections needs a title");
    }
  }

  private void id(String id) {
    text("reply id", id, ReplyId.LONGEST);
    if (!id.equals(id.strip())) {
      violations.add("a reply id begins or ends with a space");
    }
  }

  private void link(String url) {
    if (!LINK.matcher(url).matches()) {
      violations.add("the header's link is no http or https address");
    }
  }

  private void text(String what, String text, int most) {
    if (text.isBlank()) {
      violations.add(what + " is empty");
    } else if (length(text) > most) {
      violations.add(
          "%s has %d code points, but WhatsApp takes %d".formatted(what, length(text), most));
    }
  }

  private void count(String what, int count, int most) {
    if (count < 1 || count > most) {
      violations.add("%d %s, but WhatsApp takes 1 to %d".formatted(count, what, most));
    }
  }

  private void unique(String what, List<String> values) {
    if (new HashSet<>(values).size() < values.size()) {
      violations.add(what + " are not unique");
    }
  }
}
