package dev.tapflow.channel.octopods;

import dev.tapflow.message.Outbound;
import dev.tapflow.message.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says our messages in Octopods' words. Pure; the messages keep within the limits already. */
final class OctopodsWire {

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
        teammate);
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
