package dev.tapflow.webhook;

import dev.tapflow.message.CleanText;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.PhoneNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who sent a message. A customer who goes by a username may be known by a business-scoped user id
 * alone (source: WhatsApp "Business-scoped user IDs"); a phone number, where there is one, is the
 * key.
 */
record MetaSender(Optional<PhoneNumber> phone, Optional<String> userId, Optional<String> name) {

  /** A user id has at most 128 characters and two short prefixes. */
  private static final int LONGEST_USER_ID = 160;

  /** Nobody's name; what is longer is cut. In characters. */
  private static final int LONGEST_NAME = 256;

  /** The {@code contacts} of a change, found by how a message names its sender. */
  static final class Cards {

    private final Map<String, Loose> byNumber = new HashMap<>();
    private final Map<String, Loose> byUserId = new HashMap<>();
    private final Optional<Loose> only;
    private final Loose none;

    Cards(Loose value) {
      var cards = value.list("contacts");
      cards.forEach(card -> card.word("wa_id").ifPresent(id -> byNumber.putIfAbsent(id, card)));
      cards.forEach(card -> card.word("user_id").ifPresent(id -> byUserId.putIfAbsent(id, card)));
      only = cards.size() == 1 ? cards.stream().findFirst() : Optional.empty();
      none = value.at("no card");
    }

    /** The card that names the sender; the only one, where the message names nobody. */
    private Loose of(Loose message) {
      return message
          .word("from")
          .map(byNumber::get)
          .or(() -> message.word("from_user_id").map(byUserId::get))
          .or(() -> message.has("from") || message.has("from_user_id") ? Optional.empty() : only)
          .orElse(none);
    }
  }

  /**
   * Reads the sender.
   *
   * @param message the message
   * @param cards those of the change it came in
   */
  static MetaSender of(Loose message, Cards cards) {
    var card = cards.of(message);
    return new MetaSender(
        message.word("from").or(() -> card.word("wa_id")).flatMap(PhoneNumber::parse),
        message.word("from_user_id").or(() -> card.word("user_id")).filter(MetaSender::isUserId),
        card.at("profile").word("name").map(name -> CleanText.shortened(name, LONGEST_NAME)));
  }

  /** One that looked like a number would be taken for another customer's. */
  private static boolean isUserId(String text) {
    return text.length() <= LONGEST_USER_ID && !text.startsWith("+");
  }

  /** Empty where the payload names nobody. */
  Optional<ContactKey> contact(String channel) {
    return phone
        .map(number -> ContactKey.of(channel, number))
        .or(() -> userId.map(id -> new ContactKey(channel, id)));
  }
}
