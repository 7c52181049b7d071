package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.ifGiven;

import java.util.Optional;
import java.util.Set;

/** Which header a message may have: Octopods asks this itself, and refuses with its code 8. */
final class HeaderRules {

  private static final Set<String> MEDIA = Set.of("image", "video", "document");

  private HeaderRules() {}

  static Rule forbidden() {
    return at(
        "header",
        part ->
            part.isMissing()
                ? Optional.empty()
                : Optional.of(Refusal.header(part, "absent from this type")));
  }

  static Rule optionalOfAnyKind() {
    return at("header", ifGiven(ofAnyKind()));
  }

  static Rule optionalText() {
    return at("header", ifGiven(ofText()));
  }

  static Rule requiredText() {
    return at("header", OctopodsRules.given(), ofText());
  }

  private static Rule ofText() {
    return part ->
        part.at("type").text().equals("text")
            ? text().check(part)
            : Optional.of(Refusal.header(part.at("type"), "text in this type"));
  }

  private static Rule ofAnyKind() {
    return part -> {
      var type = part.at("type").text();
      if (MEDIA.contains(type)) {
        return at(type + ".link", publicLink()).check(part);
      }
      return type.equals("text")
          ? text().check(part)
          : Optional.of(Refusal.header(part.at("type"), "one of text, image, video and document"));
    };
  }

  private static Rule text() {
    return all(
        at("text", HeaderRules::filled),
        at("text", WhatsAppRules.text(1, 60)),
        at("sub_text", ifGiven(WhatsAppRules.text(0, 60))));
  }

  private static Optional<Refusal> filled(Part part) {
    return part.node().isTextual() && !part.isBlank()
        ? Optional.empty()
        : Optional.of(Refusal.header(part, "a text that is not empty"));
  }

  private static Rule publicLink() {
    return part ->
        part.node().isTextual() && PublicLink.isOne(part.text())
            ? Optional.empty()
            : Optional.of(Refusal.header(part, "a link that is publicly reachable"));
  }
}
