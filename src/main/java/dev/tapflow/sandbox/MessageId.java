package dev.tapflow.sandbox;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes ids as WhatsApp's look; random, for the bot remembers ids for longer than we live. */
final class MessageId {

  private static final SecureRandom RANDOM = new SecureRandom();

  private MessageId() {}

  static String fresh() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return "wamid.HBgL" + Base64.getUrlEncoder().encodeToString(bytes);
  }
}
