package dev.tapflow.webhook;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.PhoneNumber;
import java.util.Optional;

/**
 * Who sent a message. A customer who goes by a username may be known by a business-scoped user id
 * alone (source: WhatsApp "Business-scoped user IDs"); a phone number, where there is one, is the
 * key.
 */
record MetaSender(Optional<PhoneNumber> phone, Optional<String> userId, Optional<String> name) {

  /** A user id has at most 128 characters and two short prefixes. */
  private static final int LONGEST_USER_ID = 160;

  /**
   * Reads the sender.
   *
   * @param message the message
   * @param value the change it came in, which may describe its sender under {@code contacts}
   */
  static MetaSender of(Loose message, Loose value) {
    var card = card(message, value);
    return new MetaSender(
        message.word("from").or(() -> card.word("wa_id")).flatMap(PhoneNumber::parse),
        message.word("from_user_id").or(() -> card.word("user_id")).filter(MetaSender::isUserId),
        card.at("profile").word("name"));
  }

  /** The card that names the sender; the only one, where neither it nor the message names any. */
  private static Loose card(Loose message, Loose value) {
    var cards = value.list("contacts");
    return cards.stream()
        .filter(card -> same(card, "wa_id", message, "from"))
        .findFirst()
        .or(
            () ->
                cards.stream()
                    .filter(card -> same(card, "user_id", message, "from_user_id"))
                    .findFirst())
        .or(
            () ->
                cards.size() == 1 && !message.has("from") && !message.has("from_user_id")
                    ? cards.stream().findFirst()
                    : Optional.empty())
        .orElseGet(() -> value.at("no card"));
  }

  private static boolean same(Loose card, String name, Loose message, String sameName) {
    var known = card.word(name);
    return known.isPresent() && known.equals(message.word(sameName));
  }

  private static boolean isUserId(String text) {
    return text.length() <= LONGEST_USER_ID;
  }

  /** Empty where the payload names nobody. */
  Optional<ContactKey> contact(String channel) {
    return phone
        .map(number -> ContactKey.of(channel, number))
        .or(() -> userId.map(id -> new ContactKey(channel, id)));
  }
}
