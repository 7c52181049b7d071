package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.ifGiven;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What Octopods looks at before it bothers WhatsApp; Octopods, "WhatsApp interactive messages API".
 */
final class OctopodsRules {

  private static final Set<String> FLAGS =
      Set.of("true", "false", "1", "0", "yes", "no", "on", "off");

  private OctopodsRules() {}

  static Rule given() {
    return part -> part.isMissing() ? Optional.of(Refusal.missing(part)) : Optional.empty();
  }

  static Rule text() {
    return all(
        given(),
        part ->
            part.node().isTextual() && !part.isBlank()
                ? Optional.empty()
                : Optional.of(Refusal.mismatch(part, "a text that is not empty")));
  }

  static Rule object() {
    return all(
        given(),
        part ->
            part.node().isObject()
                ? Optional.empty()
                : Optional.of(Refusal.mismatch(part, "an object")));
  }

  static Rule oneOf(List<String> values) {
    return all(
        text(),
        part ->
            values.contains(part.text())
                ? Optional.empty()
                : Optional.of(Refusal.mismatch(part, "one of " + String.join(", ", values))));
  }

  static Rule phone() {
    return all(
        text(),
        part ->
            CustomerNumber.ofE164(part.text()).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.invalidPhone()));
  }

  /** A boolean, or a word that stands for one. */
  static Rule flag() {
    return part ->
        part.node().isBoolean() || FLAGS.contains(part.text().toLowerCase(Locale.ROOT))
            ? Optional.empty()
            : Optional.of(Refusal.mismatch(part, "true or false"));
  }

  static Rule teammate() {
    return part ->
        part.node().isIntegralNumber() || (part.node().isTextual() && !part.isBlank())
            ? Optional.empty()
            : Optional.of(Refusal.mismatch(part, "a teammate's id"));
  }

  /** The fields that every send has around its message. */
  static Rule envelope() {
    return all(
        at("destination_phone", phone()),
        at("intercom_teammate_id", ifGiven(teammate())),
        at("open_intercom_conversation", ifGiven(flag())));
  }

  /** What every interactive message has: a body, perhaps a footer, and an action. */
  static Rule frame() {
    return all(
        at("body.text", text()), at("footer", ifGiven(at("text", text()))), at("action", object()));
  }
}
