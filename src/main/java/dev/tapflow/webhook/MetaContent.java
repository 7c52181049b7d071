package dev.tapflow.webhook;

import dev.tapflow.message.Content;
import dev.tapflow.message.Content.MediaKind;
import dev.tapflow.message.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what a message says (source: WhatsApp "messages" webhook reference). A type that is not
 * known, or that lacks what makes it one, is {@link Content.Unsupported}: kept, and no answer.
 */
final class MetaContent {

  private static final String UNKNOWN = "unknown";

  private MetaContent() {}

  static Content of(Loose message) {
    var type = message.word("type").orElse(UNKNOWN);
    var body = message.at(type);
    Optional<? extends Content> content =
        switch (type) {
          case "text" -> body.text("body").map(Content.Text::new);
          case "interactive" -> interactive(body);
          case "button" -> quickReply(body);
          case "image" -> media(MediaKind.IMAGE, body);
          case "video" -> media(MediaKind.VIDEO, body);
          case "document" -> media(MediaKind.DOCUMENT, body);
          case "audio" -> media(MediaKind.AUDIO, body);
          case "sticker" -> media(MediaKind.STICKER, body);
          case "location" -> location(body);
          case "contacts" -> Optional.of(contacts(message));
          case "order" -> Optional.of(order(body));
          case "reaction" -> reaction(body);
          case "system" -> Optional.of(notice(body));
          default -> Optional.empty();
        };
    return content.isPresent() ? content.get() : unsupported(type, message);
  }

  private static Optional<? extends Content> interactive(Loose body) {
    var type = body.word("type").orElse(UNKNOWN);
    var reply = body.at(type);
    return switch (type) {
      case "button_reply", "list_reply" -> tap(reply);
      case "nfm_reply" -> form(reply);
      default -> Optional.of(new Content.Unsupported("interactive/" + type));
    };
  }

  /** The option's id is the truth; a title without it still tells which option was meant. */
  private static Optional<Content.Tap> tap(Loose reply) {
    var id = reply.word("id");
    var title = reply.text("title");
    return id.isPresent() || title.isPresent()
        ? Optional.of(new Content.Tap(id, title.orElse("")))
        : Optional.empty();
  }

  private static Optional<Content.FormAnswer> form(Loose reply) {
    return reply
        .text("response_json")
        .map(FormResponse::of)
        .map(
            response ->
                new Content.FormAnswer(
                    reply.word("name").orElse("flow"), response.token(), response.values()));
  }

  private static Optional<Content.Tap> quickReply(Loose body) {
    var payload = body.word("payload");
    var text = body.text("text");
    return payload.isPresent() || text.isPresent()
        ? Optional.of(new Content.Tap(payload, text.orElse("")))
        : Optional.empty();
  }

  private static Optional<Content.Media> media(MediaKind kind, Loose body) {
    return body.word("id")
        .map(id -> new Content.Media(kind, id, body.text("caption"), body.text("filename")));
  }

  private static Optional<Content.Location> location(Loose body) {
    var latitude = body.number("latitude");
    var longitude = body.number("longitude");
    return latitude.isPresent() && longitude.isPresent()
        ? Optional.of(
            new Content.Location(
                latitude.get(), longitude.get(), body.text("name"), body.text("address")))
        : Optional.empty();
  }

  private static Content.Contacts contacts(Loose message) {
    return new Content.Contacts(message.list("contacts").stream().map(MetaContent::card).toList());
  }

  private static Content.Contacts.Card card(Loose card) {
    var phones =
        card.list("phones").stream()
            .flatMap(phone -> phone.word("phone").or(() -> phone.word("wa_id")).stream())
            .toList();
    return new Content.Contacts.Card(nameOnCard(card), phones);
  }

  private static String nameOnCard(Loose card) {
    var name = card.at("name");
    return name.text("formatted_name").or(() -> name.text("first_name")).orElse("");
  }

  private static Content.Order order(Loose body) {
    var items = body.list("product_items").stream().flatMap(MetaContent::item).toList();
    return new Content.Order(body.text("catalog_id").orElse(""), body.text("text"), items);
  }

  private static Stream<Content.Order.Item> item(Loose item) {
    return item
        .word("product_retailer_id")
        .map(
            product ->
                new Content.Order.Item(
                    product,
                    item.number("quantity").map(Double::intValue).orElse(1),
                    item.number("item_price").orElse(0.0),
                    item.text("currency").orElse("")))
        .stream();
  }

  /** Without an emoji, or with an empty one, it was taken off. */
  private static Optional<Content.Reaction> reaction(Loose body) {
    return body.word("message_id").map(id -> new Content.Reaction(id, body.word("emoji")));
  }

  private static Content.SystemNotice notice(Loose body) {
    return new Content.SystemNotice(
        body.word("type").orElse(UNKNOWN),
        body.text("body").orElse(""),
        body.word("wa_id").flatMap(PhoneNumber::parse));
  }

  /** WhatsApp's own {@code unsupported} may say what it was. */
  private static Content.Unsupported unsupported(String type, Loose message) {
    return new Content.Unsupported(
        List.of("unsupported", UNKNOWN).contains(type)
            ? message.at("unsupported").word("type").orElse(type)
            : type);
  }
}
