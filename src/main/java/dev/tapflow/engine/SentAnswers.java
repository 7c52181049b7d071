package dev.tapflow.engine;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.message.Content;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was sent, not typed, as the values that expressions see. What is unset is left out. */
final class SentAnswers {

  private SentAnswers() {}

  /** Empty where the message is nothing of that type. */
  static Optional<Object> of(AnswerType type, Content content) {
    return switch (type) {
      case LOCATION ->
          content instanceof Content.Location place ? Optional.of(place(place)) : Optional.empty();
      case IMAGE -> media(Content.MediaKind.IMAGE, content);
      case DOCUMENT -> media(Content.MediaKind.DOCUMENT, content);
      case CONTACT ->
          content instanceof Content.Contacts(var cards)
              ? cards.stream().findFirst().map(SentAnswers::card)
              : Optional.empty();
      case TEXT, NUMBER, INTEGER, EMAIL, PHONE, DATE, TIME -> Optional.empty();
    };
  }

  private static Map<String, Object> place(Content.Location place) {
    var values = new LinkedHashMap<String, Object>();
    values.put("latitude", place.latitude());
    values.put("longitude", place.longitude());
    place.name().ifPresent(name -> values.put("name", name));
    place.address().ifPresent(address -> values.put("address", address));
    return values;
  }

  private static Optional<Object> media(Content.MediaKind kind, Content content) {
    if (!(content instanceof Content.Media media) || media.kind() != kind) {
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, Object>();
    values.put("id", media.mediaId());
    media.caption().ifPresent(caption -> values.put("caption", caption));
    media.fileName().ifPresent(name -> values.put("file_name", name));
    return Optional.of(values);
  }

  private static Object card(Content.Contacts.Card card) {
    return Map.of("name", card.name(), "phones", card.phones());
  }

  static Map<String, Object> order(Content.Order order) {
    var values = new LinkedHashMap<String, Object>();
    values.put("catalog", order.catalog());
    order.text().ifPresent(text -> values.put("text", text));
    values.put("items", order.items().stream().map(SentAnswers::item).toList());
    return values;
  }

  private static Map<String, Object> item(Content.Order.Item item) {
    return Map.of(
        "product", item.product(),
        "quantity", (long) item.quantity(),
        "price", item.price(),
        "currency", item.currency());
  }
}
