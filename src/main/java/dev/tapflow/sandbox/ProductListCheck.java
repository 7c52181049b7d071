package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;
import static dev.tapflow.sandbox.Rule.each;

import java.util.Optional;

/** Several products of a catalogue; Meta, "Multi-product messages". */
record ProductListCheck() implements InteractiveCheck {

  private static final int MOST_PRODUCTS = 30;

  @Override
  public Rule header() {
    return HeaderRules.requiredText();
  }

  @Override
  public Rule action() {
    return all(
        at("catalog_id", WhatsAppRules.anyText()),
        at(
            "sections",
            WhatsAppRules.items(1, 10),
            SectionTitles.rule(),
            each(at("product_items", WhatsAppRules.items(1, MOST_PRODUCTS), each(product()))),
            ProductListCheck::productsInTotal));
  }

  private static Rule product() {
    return at("product_retailer_id", WhatsAppRules.anyText());
  }

  private static Optional<Refusal> productsInTotal(Part sections) {
    int products =
        sections.items().stream().mapToInt(s -> s.at("product_items").items().size()).sum();
    return products > MOST_PRODUCTS
        ? WhatsAppRules.refusal(
            sections, "must have at most 30 products in total, and has %d".formatted(products))
        : Optional.empty();
  }
}
