package dev.tapflow.channel.octopods;

import dev.tapflow.message.Outbound;
import dev.tapflow.message.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says our messages in Octopods' words. Pure; the messages keep within the limits already. */
final class OctopodsWire {

  /** The only one there is (source: WhatsApp "Sending a Flow"). */
  private static final String FORM_MESSAGE_VERSION = "3";

  private final @Nullable String teammate;

  OctopodsWire(Optional<String> teammate) {
    this.teammate = teammate.orElse(null);
  }

  Wire.InteractiveRequest buttons(PhoneNumber to, Outbound.Buttons message) {
    var buttons =
        message.choices().stream()
            .map(choice -> new Wire.Button("reply", new Wire.Reply(choice.id(), choice.title())))
            .toList();
    return request(
        to,
        new Wire.Interactive(
            "button",
            header(message.header()),
            new Wire.Words(message.body()),
            words(message.footer()),
            new Wire.Action.Buttons(buttons)));
  }

  Wire.InteractiveRequest list(PhoneNumber to, Outbound.Options message) {
    var sections = message.sections().stream().map(OctopodsWire::section).toList();
    return request(
        to,
        new Wire.Interactive(
            "list",
            header(message.header()),
            new Wire.Words(message.body()),
            words(message.footer()),
            new Wire.Action.Rows(message.button(), sections)));
  }

  Wire.TemplateRequest template(PhoneNumber to, Outbound.Template message) {
    var values = message.values();
    return new Wire.TemplateRequest(
        to.e164(),
        values.isEmpty()
            ? null
            : new Wire.Variables(values.header(), values.body(), values.buttons()),
        message.header().map(OctopodsWire::link).orElse(null),
        teammate);
  }

  Wire.InteractiveRequest form(PhoneNumber to, Outbound.Form message) {
    var start = message.screen().map(screen -> new Wire.FormStart(screen, message.data()));
    var parameters =
        new Wire.FormParameters(
            FORM_MESSAGE_VERSION,
            message.flowId(),
            message.button(),
            message.token(),
            start.isPresent() ? "navigate" : "data_exchange",
            start.orElse(null));
    return request(
        to,
        new Wire.Interactive(
            "flow",
            header(message.header()),
            new Wire.Words(message.body()),
            words(message.footer()),
            new Wire.Action.Named("flow", parameters)));
  }

  Wire.InteractiveRequest product(PhoneNumber to, Outbound.Product message) {
    return request(
        to,
        new Wire.Interactive(
            "product",
            null,
            new Wire.Words(message.body()),
            words(message.footer()),
            new Wire.Action.Item(message.catalog(), message.item())));
  }

  Wire.InteractiveRequest products(PhoneNumber to, Outbound.Products message) {
    var shelves = message.shelves().stream().map(OctopodsWire::shelf).toList();
    return request(
        to,
        new Wire.Interactive(
            "product_list",
            header(new Outbound.Header.Words(message.header())),
            new Wire.Words(message.body()),
            words(message.footer()),
            new Wire.Action.Shelves(message.catalog(), shelves)));
  }

  Wire.InteractiveRequest catalog(PhoneNumber to, Outbound.Catalog message) {
    return request(
        to,
        new Wire.Interactive(
            "catalog_message",
            null,
            new Wire.Words(message.body()),
            words(message.footer()),
            new Wire.Action.Named(
                "catalog_message",
                message.thumbnail().map(Wire.CatalogParameters::new).orElse(null))));
  }

  private static Wire.Shelf shelf(Outbound.Shelf shelf) {
    return new Wire.Shelf(
        shelf.title().orElse(null), shelf.items().stream().map(Wire.ShelfItem::new).toList());
  }

  /** The address of a media header; words of a template's header are values. */
  private static @Nullable String link(Outbound.Header header) {
    return switch (header) {
      case Outbound.Header.Picture(var url) -> url;
      case Outbound.Header.Film(var url) -> url;
      case Outbound.Header.Paper(var url) -> url;
      case Outbound.Header.Words _ -> null;
    };
  }

  private Wire.InteractiveRequest request(PhoneNumber to, Wire.Interactive message) {
    return new Wire.InteractiveRequest(to.e164(), message, teammate);
  }

  private static Wire.Section section(Outbound.Section section) {
    List<Wire.Row> rows =
        section.choices().stream()
            .map(row -> new Wire.Row(row.id(), row.title(), row.description().orElse(null)))
            .toList();
    return new Wire.Section(section.title().orElse(null), rows);
  }

  private static Wire.@Nullable Words words(Optional<String> text) {
    return text.map(Wire.Words::new).orElse(null);
  }

  private static Wire.@Nullable Header header(Optional<Outbound.Header> header) {
    return header.map(OctopodsWire::header).orElse(null);
  }

  private static Wire.Header header(Outbound.Header header) {
    return switch (header) {
      case Outbound.Header.Words(var text) -> new Wire.Header("text", text, null, null, null);
      case Outbound.Header.Picture(var url) ->
          new Wire.Header("image", null, new Wire.Link(url), null, null);
      case Outbound.Header.Film(var url) ->
          new Wire.Header("video", null, null, new Wire.Link(url), null);
      case Outbound.Header.Paper(var url) ->
          new Wire.Header("document", null, null, null, new Wire.Link(url));
    };
  }
}
