package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapflow.sandbox.Content.Buttons;
import dev.tapflow.sandbox.Content.Frame;
import dev.tapflow.sandbox.Content.FromTemplate;
import dev.tapflow.sandbox.Content.Menu;
import dev.tapflow.sandbox.Content.Offer;
import dev.tapflow.sandbox.Content.Tap;
import dev.tapflow.sandbox.Content.Text;
import dev.tapflow.sandbox.Content.Unsupported;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One message as the phone page reads it: everything optional is there only when it is said. */
record MessageDocument(
    String id,
    String from,
    Instant at,
    String status,
    String kind,
    @Nullable ObjectNode header,
    String body,
    @Nullable String footer,
    @Nullable List<Button> buttons,
    @Nullable ListSheet list,
    @Nullable Template template,
    @Nullable String replyTo,
    Content.@Nullable Option reply,
    @Nullable String error) {

  record Button(String id, String title) {}

  record ListSheet(String button, List<Content.Section> sections) {}

  record Template(int id, String name, List<QuickReply> buttons) {}

  record QuickReply(String payload, String text) {}

  static MessageDocument of(PhoneMessage message) {
    return switch (message.content()) {
      case Text text -> plain(message, text.body());
      case Unsupported other -> plain(message, other.body());
      case Offer offer -> framed(message, offer.frame(), null, null, null);
      case Buttons buttons ->
          framed(
              message,
              buttons.frame(),
              buttons.options().map(option -> new Button(option.id(), option.title())).toList(),
              null,
              null);
      case Menu menu ->
          framed(message, menu.frame(), null, new ListSheet(menu.opener(), menu.sections()), null);
      case FromTemplate template ->
          framed(message, template.frame(), null, null, templateOf(template));
      case Tap tap -> tapped(message, tap);
    };
  }

  private static Template templateOf(FromTemplate template) {
    return new Template(
        template.id(),
        template.name(),
        template.options().map(option -> new QuickReply(option.id(), option.title())).toList());
  }

  private static MessageDocument plain(PhoneMessage message, String body) {
    return framed(message, new Frame(null, body, null), null, null, null);
  }

  private static MessageDocument framed(
      PhoneMessage message,
      Frame frame,
      @Nullable List<Button> buttons,
      @Nullable ListSheet list,
      @Nullable Template template) {
    return new MessageDocument(
        message.id(),
        sideOf(message),
        message.at(),
        message.status().word(),
        message.content().kind(),
        headerOf(frame),
        frame.body(),
        frame.footer(),
        buttons,
        list,
        template,
        null,
        null,
        message.progress().error());
  }

  private static MessageDocument tapped(PhoneMessage message, Tap tap) {
    return new MessageDocument(
        message.id(),
        sideOf(message),
        message.at(),
        message.status().word(),
        tap.kind(),
        null,
        tap.body(),
        null,
        null,
        null,
        null,
        tap.on(),
        tap.option(),
        message.progress().error());
  }

  private static @Nullable ObjectNode headerOf(Frame frame) {
    var header = frame.header();
    if (header == null) {
      return null;
    }
    var value = header.type().equals("text") ? "text" : "link";
    return Json.object().put("type", header.type()).put(value, header.value());
  }

  private static String sideOf(PhoneMessage message) {
    return message.from().name().toLowerCase(Locale.ROOT);
  }
}
