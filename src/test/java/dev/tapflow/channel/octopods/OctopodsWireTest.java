package dev.tapflow.channel.octopods;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outbound.Choice;
import dev.tapflow.message.Outbound.Header;
import dev.tapflow.message.Outbound.Section;
import dev.tapflow.message.Outbound.TemplateValues;
import dev.tapflow.message.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OctopodsWireTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PhoneNumber ANA = new PhoneNumber("+34600000001");

  private final OctopodsWire wire = new OctopodsWire(Optional.empty());

  @Test
  void saysAListAsWhatsAppDocumentsIt() throws JsonProcessingException {
    var list =
        new Outbound.Options(
            Optional.of(new Header.Words("Support")),
            "Pick a topic",
            Optional.of("We answer 9–18 h"),
            "Topics",
            List.of(
                new Section(
                    Optional.of("Orders"),
                    List.of(new Choice("t.track", "Track", Optional.of("Where is it?")))),
                new Section(
                    Optional.of("Billing"),
                    List.of(new Choice("t.invoice", "Invoice copy", Optional.empty())))));

    assertSame(
        wire.list(ANA, list),
        """
        { "destination_phone": "+34600000001",
          "waba_interactive_message":
            { "type": "list", "header": {"type":"text","text":"Support"},
              "body": {"text":"Pick a topic"}, "footer": {"text":"We answer 9–18 h"},
              "action": { "button": "Topics", "sections": [
                {"title":"Orders",
                 "rows":[{"id":"t.track","title":"Track","description":"Where is it?"}]},
                {"title":"Billing","rows":[{"id":"t.invoice","title":"Invoice copy"}]} ] } } }
        """);
  }

  @Test
  void saysButtonsWithAPictureAboveAndTheAgentWhoSends() throws JsonProcessingException {
    var buttons =
        new Outbound.Buttons(
            Optional.of(new Header.Picture("https://example.org/a.png")),
            "Yes or no?",
            Optional.empty(),
            List.of(new Choice("y", "Yes", Optional.empty())));

    assertSame(
        new OctopodsWire(Optional.of("42")).buttons(ANA, buttons),
        """
        { "destination_phone": "+34600000001",
          "waba_interactive_message":
            { "type": "button",
              "header": {"type":"image","image":{"link":"https://example.org/a.png"}},
              "body": {"text":"Yes or no?"},
              "action": { "buttons": [ {"type":"reply","reply":{"id":"y","title":"Yes"}} ] } },
          "intercom_teammate_id": "42" }
        """);
  }

  @Test
  void namesOnlyTheSectionsOfATemplateThatHavePlaceholders() throws JsonProcessingException {
    var values = new TemplateValues(List.of(), List.of("Ana", "42"), List.of());

    assertSame(
        wire.template(ANA, new Outbound.Template("order", "en", "5512", values)),
        """
        { "destination_phone": "+34600000001",
          "message_variables": { "body": ["Ana", "42"] } }
        """);
  }

  @Test
  void saysNothingOfVariablesWhereATemplateHasNone() throws JsonProcessingException {
    assertSame(
        wire.template(ANA, new Outbound.Template("hi", "en", "5512", TemplateValues.none())),
        """
        { "destination_phone": "+34600000001" }
        """);
  }

  @Test
  void saysAFormThatOpensAtAScreen() throws JsonProcessingException {
    var form =
        new Outbound.Form(
            Optional.empty(),
            "Book a visit",
            Optional.empty(),
            "Book",
            "991122",
            "f1.0a1b2c3d.book.dates.4.sig",
            Optional.of("DATES"),
            Map.of("city", "Madrid"));

    assertSame(
        wire.form(ANA, form),
        """
        { "destination_phone": "+34600000001",
          "waba_interactive_message":
            { "type": "flow", "body": {"text":"Book a visit"},
              "action": { "name": "flow", "parameters": { "flow_message_version": "3",
                "flow_id": "991122", "flow_cta": "Book", "flow_token": "f1.0a1b2c3d.book.dates.4.sig",
                "flow_action": "navigate",
                "flow_action_payload": { "screen": "DATES", "data": { "city": "Madrid" } } } } } }
        """);
  }

  @Test
  void aFormWithoutAScreenAsksItsEndpoint() throws JsonProcessingException {
    var form =
        new Outbound.Form(
            Optional.empty(), "Book", Optional.empty(), "Go", "9", "t", Optional.empty(), Map.of());

    assertSame(
        wire.form(ANA, form),
        """
        { "destination_phone": "+34600000001",
          "waba_interactive_message":
            { "type": "flow", "body": {"text":"Book"},
              "action": { "name": "flow", "parameters": { "flow_message_version": "3",
                "flow_id": "9", "flow_cta": "Go", "flow_token": "t",
                "flow_action": "data_exchange" } } } }
        """);
  }

  @Test
  void saysProductsAndTheCatalog() throws JsonProcessingException {
    var shelves =
        List.of(
            new Outbound.Shelf(Optional.of("Cakes"), List.of("plum", "nut")),
            new Outbound.Shelf(Optional.of("Drinks"), List.of("tea")));

    assertSame(
        wire.product(ANA, new Outbound.Product("Ours", Optional.empty(), "77", "plum")),
        """
        { "destination_phone": "+34600000001",
          "waba_interactive_message":
            { "type": "product", "body": {"text":"Ours"},
              "action": { "catalog_id": "77", "product_retailer_id": "plum" } } }
        """);
    assertSame(
        wire.products(
            ANA, new Outbound.Products("Menu", "Ours", Optional.of("6 pm"), "77", shelves)),
        """
        { "destination_phone": "+34600000001",
          "waba_interactive_message":
            { "type": "product_list", "header": {"type":"text","text":"Menu"},
              "body": {"text":"Ours"}, "footer": {"text":"6 pm"},
              "action": { "catalog_id": "77", "sections": [
                { "title": "Cakes", "product_items": [
                  {"product_retailer_id":"plum"}, {"product_retailer_id":"nut"} ] },
                { "title": "Drinks", "product_items": [ {"product_retailer_id":"tea"} ] } ] } } }
        """);
    assertSame(
        wire.catalog(ANA, new Outbound.Catalog("All of it", Optional.empty(), Optional.of("plum"))),
        """
        { "destination_phone": "+34600000001",
          "waba_interactive_message":
            { "type": "catalog_message", "body": {"text":"All of it"},
              "action": { "name": "catalog_message",
                "parameters": { "thumbnail_product_retailer_id": "plum" } } } }
        """);
  }

  @Test
  void namesTheMediaOfATemplatesHeader() throws JsonProcessingException {
    var template =
        new Outbound.Template(
            "photo",
            "en",
            "5512",
            TemplateValues.none(),
            Optional.of(new Header.Picture("https://example.org/a.png")),
            List.of());

    assertSame(
        wire.template(ANA, template),
        """
        { "destination_phone": "+34600000001",
          "header_attachment_url": "https://example.org/a.png" }
        """);
  }

  private static void assertSame(Object body, String json) throws JsonProcessingException {
    assertThat(JSON.readTree(JSON.writeValueAsString(body))).isEqualTo(JSON.readTree(json));
  }
}
