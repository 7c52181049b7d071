package dev.tapflow.sandbox;

import dev.tapflow.sandbox.Content.Frame;
import dev.tapflow.sandbox.Content.Header;
import dev.tapflow.sandbox.Content.Option;
import dev.tapflow.sandbox.Content.Section;
import org.jspecify.annotations.Nullable;

/** Reads an interactive message that passed its check into what the phone shows. */
final class InteractiveContent {

  private InteractiveContent() {}

  static Content of(Part message) {
    var frame =
        new Frame(
            headerOf(message.at("header")),
            message.at("body.text").text(),
            message.at("footer.text").textIfAny().orElse(null));
    var action = message.at("action");
    var type = message.at("type").text();
    return switch (type) {
      case "button" ->
          new Content.Buttons(
              frame,
              action.at("buttons").items().stream().map(b -> optionOf(b.at("reply"))).toList());
      case "list" ->
          new Content.Menu(
              frame,
              action.at("button").text(),
              action.at("sections").items().stream().map(InteractiveContent::sectionOf).toList());
      default -> new Content.Offer(type, frame);
    };
  }

  private static Section sectionOf(Part section) {
    return new Section(
        section.at("title").textIfAny().orElse(null),
        section.at("rows").items().stream().map(InteractiveContent::optionOf).toList());
  }

  private static Option optionOf(Part option) {
    return new Option(
        option.at("id").text(),
        option.at("title").text(),
        option.at("description").textIfAny().orElse(null));
  }

  private static @Nullable Header headerOf(Part header) {
    if (header.isMissing()) {
      return null;
    }
    var type = header.at("type").text();
    var value = type.equals("text") ? header.at("text") : header.at(type + ".link");
    return new Header(type, value.text());
  }
}
