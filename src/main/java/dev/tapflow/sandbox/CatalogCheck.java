package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.ifGiven;

/** The whole catalogue; Meta, "Catalog messages". */
record CatalogCheck() implements InteractiveCheck {

  @Override
  public Rule header() {
    return HeaderRules.forbidden();
  }

  @Override
  public Rule action() {
    return all(
        at("name", WhatsAppRules.oneOf("catalog_message")),
        at("parameters", ifGiven(at("thumbnail_product_retailer_id", WhatsAppRules.anyText()))));
  }
}
