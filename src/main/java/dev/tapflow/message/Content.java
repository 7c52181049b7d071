package dev.tapflow.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  /** Contact cards; the names on them. */
  record Contacts(List<String> names) implements Content {
    public Contacts {
      names = List.copyOf(names);
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

  /** The answer of a WhatsApp Flow or address form: its JSON text. */
  record FormAnswer(String name, String responseJson) implements Content {}

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
