package dev.tapflow.sandbox;

import static dev.tapflow.sandbox.Rule.all;
import static dev.tapflow.sandbox.Rule.at;

import java.util.List;
import java.util.Optional;

/** What one type of interactive message must keep, first before Octopods, then before WhatsApp. */
sealed interface InteractiveCheck
    permits ButtonCheck, ListCheck, ProductCheck, ProductListCheck, FlowCheck, CatalogCheck {

  /** The types that Octopods passes on; WhatsApp knows more. */
  List<String> TYPES =
      List.of("button", "list", "product", "product_list", "flow", "catalog_message");

  /** Octopods' rule for the header. */
  Rule header();

  /** WhatsApp's rule for {@code action}. */
  Rule action();

  default Rule rule() {
    return all(OctopodsRules.frame(), header(), WhatsAppRules.frame(), at("action", action()));
  }

  /** Checks a {@code waba_interactive_message}. */
  static Optional<Refusal> refusalOf(Part message) {
    return at("type", OctopodsRules.oneOf(TYPES))
        .check(message)
        .or(() -> of(message.at("type").text()).rule().check(message));
  }

  private static InteractiveCheck of(String type) {
    return switch (type) {
      case "button" -> new ButtonCheck();
      case "list" -> new ListCheck();
      case "product" -> new ProductCheck();
      case "product_list" -> new ProductListCheck();
      case "flow" -> new FlowCheck();
      case "catalog_message" -> new CatalogCheck();
      default -> throw new IllegalStateException("Expected one of " + TYPES + ", but got " + type);
    };
  }
}
