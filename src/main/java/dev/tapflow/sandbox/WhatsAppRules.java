package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.ifGiven;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * WhatsApp's own limits; Meta, "Interactive messages". Octopods does not repeat them: it passes the
 * message on, and WhatsApp's refusal back with its code 7. Lengths are code points.
 */
final class WhatsAppRules {

  private static final int PARAMETER_MISSING = 131008;
  private static final int PARAMETER_INVALID = 131009;

  private WhatsAppRules() {}

  /** What every interactive message has beside its action. */
  static Rule frame() {
    return all(at("body.text", text(1, 1024)), at("footer", ifGiven(at("text", text(1, 60)))));
  }

  /** For what Meta gives no length of. */
  static Rule anyText() {
    return text(1, Integer.MAX_VALUE);
  }

  static Rule text(int least, int most) {
    return all(
        given(),
        part ->
            part.node().isTextual() ? length(part, least, most) : refusal(part, "must be a text"));
  }

  private static Optional<Refusal> length(Part part, int least, int most) {
    boolean tooShort = least > 0 && part.isBlank();
    return tooShort || part.length() > most
        ? refusal(
            part, "must have %d to %d characters, and has %d".formatted(least, most, part.length()))
        : Optional.empty();
  }

  static Rule noOuterSpaces() {
    return part ->
        part.text().equals(part.text().strip())
            ? Optional.empty()
            : refusal(part, "must not begin or end with a space");
  }

  static Rule given() {
    return part ->
        part.isMissing()
            ? Optional.of(
                Refusal.whatsApp(
                    PARAMETER_MISSING, "Required parameter is missing: " + part.path()))
            : Optional.empty();
  }

  static Rule oneOf(String... values) {
    return all(
        given(),
        part ->
            List.of(values).contains(part.text())
                ? Optional.empty()
                : refusal(part, "must be one of " + String.join(", ", values)));
  }

  static Rule items(int least, int most) {
    return all(
        given(),
        part ->
            part.node().isArray() && part.node().size() >= least && part.node().size() <= most
                ? Optional.empty()
                : refusal(part, "must be a list of %d to %d".formatted(least, most)));
  }

  /** No two items of a list may have the same text at that path. */
  static Rule unique(String path) {
    return part -> unique(part.items().stream().map(item -> item.at(path)).toList());
  }

  static Optional<Refusal> unique(List<Part> parts) {
    var seen = new HashSet<String>();
    return parts.stream()
        .filter(part -> !seen.add(part.text()))
        .findFirst()
        .flatMap(twin -> refusal(twin, "must be unique"));
  }

  static Optional<Refusal> refusal(Part part, String why) {
    return Optional.of(
        Refusal.whatsApp(
            PARAMETER_INVALID, "Parameter value is not valid: %s %s".formatted(part.path(), why)));
  }
}
