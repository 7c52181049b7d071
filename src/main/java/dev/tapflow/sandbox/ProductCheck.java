package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;

/** One product of a catalogue; Meta, "Single-product messages". */
record ProductCheck() implements InteractiveCheck {

  @Override
  public Rule header() {
    return HeaderRules.forbidden();
  }

  @Override
  public Rule action() {
    return all(
        at("catalog_id", WhatsAppRules.anyText()),
        at("product_retailer_id", WhatsAppRules.anyText()));
  }
}
