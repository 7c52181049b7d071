package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.ifGiven;

import java.util.Optional;

/** A form that opens in the chat; Meta, "WhatsApp Flows". */
record FlowCheck() implements InteractiveCheck {

  @Override
  public Rule header() {
    return HeaderRules.optionalOfAnyKind();
  }

  @Override
  public Rule action() {
    return all(at("name", WhatsAppRules.oneOf("flow")), at("parameters", parameters()));
  }

  private static Rule parameters() {
    return all(
        WhatsAppRules.given(),
        at("flow_message_version", WhatsAppRules.oneOf("3")),
        FlowCheck::oneName,
        at("flow_cta", WhatsAppRules.text(1, 30)),
        at("flow_token", ifGiven(WhatsAppRules.anyText())),
        at("mode", ifGiven(WhatsAppRules.oneOf("draft", "published"))),
        at("flow_action", ifGiven(WhatsAppRules.oneOf("navigate", "data_exchange"))),
        FlowCheck::payload);
  }

  private static Optional<Refusal> oneName(Part parameters) {
    boolean byId = !parameters.at("flow_id").isMissing();
    boolean byName = !parameters.at("flow_name").isMissing();
    return byId == byName
        ? WhatsAppRules.refusal(parameters, "must have either flow_id or flow_name")
        : Optional.empty();
  }

  private static Optional<Refusal> payload(Part parameters) {
    var payload = parameters.at("flow_action_payload");
    if (payload.isMissing()) {
      return Optional.empty();
    }
    if (parameters.at("flow_action").text().equals("data_exchange")) {
      return WhatsAppRules.refusal(payload, "is only for the action navigate");
    }
    return all(at("screen", WhatsAppRules.anyText()), at("data", ifGiven(FlowCheck::filled)))
        .check(payload);
  }

  private static Optional<Refusal> filled(Part data) {
    return data.node().isObject() && !data.node().isEmpty()
        ? Optional.empty()
        : WhatsAppRules.refusal(data, "must be an object that is not empty");
  }
}
