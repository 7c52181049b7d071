package dev.tapflow.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sent, whatever the sender's JSON looked like (source: WhatsApp "messages" webhook
 * reference). Kinds that no flow asks for yet keep what a person would want to see of them.
 */
public sealed interface Content {

  /** Typed text. */
  record Text(String body) implements Content {}

  /**
   * A tap on a button or row. The id is as it was sent; it is empty where only the title comes back
   * (a template's quick reply without a payload, or a desk's copy).
   */
  record Tap(Optional<String> id, String title) implements Content {}

  /** Picture, video, document, audio or sticker: the id under which the channel keeps it. */
  record Media(MediaKind kind, String mediaId, Optional<String> caption, Optional<String> fileName)
      implements Content {}

  /** A place; degrees. */
  record Location(
      double latitude, double longitude, Optional<String> name, Optional<String> address)
      implements Content {}

  /** Contact cards. */
  record Contacts(List<Card> cards) implements Content {

    public Contacts {
      cards = List.copyOf(cards);
    }

    /** One card: a name and numbers, as the customer's phone has them written. */
    public record Card(String name, List<String> phones) {

      public Card {
        phones = List.copyOf(phones);
      }
    }
  }

  /** A cart that was sent. */
  record Order(String catalog, Optional<String> text, List<Item> items) implements Content {
    public Order {
      items = List.copyOf(items);
    }

    /** A line of a cart; the price is per piece, in units of the currency. */
    public record Item(String product, int quantity, double price, String currency) {}
  }

  /**
   * The answer of a form (a WhatsApp Flow, or the address form).
   *
   * @param token what the form was sent with, as it came back; to be trusted once its signature is
   *     checked, and then a {@link ReplyId.Form}'s text
   * @param values what was filled in: text, Boolean, Long, Double, List, Map or null, by name
   */
  record FormAnswer(String name, Optional<String> token, Map<String, @Nullable Object> values)
      implements Content {

    public FormAnswer {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** An emoji put on a message, or taken off (no emoji). No answer, and opens no window. */
  record Reaction(String messageId, Optional<String> emoji) implements Content {}

  /** WhatsApp's own news about the customer, such as a changed number. Opens no window. */
  record SystemNotice(String type, String body, Optional<PhoneNumber> newNumber)
      implements Content {}

  /** What WhatsApp, or this version, does not know; the type as the sender named it. */
  record Unsupported(String type) implements Content {}

  /** The kinds of {@link Media}. */
  enum MediaKind {
    IMAGE,
    VIDEO,
    DOCUMENT,
    AUDIO,
    STICKER
  }

  /** The word that flows see as {@code input.kind}. */
  default String inputKind() {
    return switch (this) {
      case Text text -> "text";
      case Tap tap -> "tap";
      case Media media -> media.kind().name().toLowerCase(Locale.ROOT);
      case Location location -> "location";
      case Contacts contacts -> "contacts";
      case Order order -> "order";
      case FormAnswer answer -> "form";
      case Reaction reaction -> "reaction";
      case SystemNotice notice -> "system";
      case Unsupported unsupported -> "unsupported";
    };
  }
}
