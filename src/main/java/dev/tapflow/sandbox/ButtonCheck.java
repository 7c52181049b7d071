package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.each;

/** Reply buttons; Meta, "Interactive reply buttons messages". */
record ButtonCheck() implements InteractiveCheck {

  @Override
  public Rule header() {
    return HeaderRules.optionalOfAnyKind();
  }

  @Override
  public Rule action() {
    return at(
        "buttons",
        WhatsAppRules.items(1, 3),
        each(button()),
        WhatsAppRules.unique("reply.id"),
        WhatsAppRules.unique("reply.title"));
  }

  private static Rule button() {
    return all(
        at("type", WhatsAppRules.oneOf("reply")),
        at("reply.id", WhatsAppRules.text(1, 256), WhatsAppRules.noOuterSpaces()),
        at("reply.title", WhatsAppRules.text(1, 20)));
  }
}
