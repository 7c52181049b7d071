package dev.tapflow.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id by which a second delivery of a message is recognised: WhatsApp's own. Where it is
 * missing, or longer than an index can hold, the digest of what stands in its place does as well.
 */
final class MessageId {

  /** In characters; WhatsApp's have fewer than 100. */
  private static final int LONGEST = 256;

  private MessageId() {}

  static String of(Loose message) {
    return message
        .word("id")
        .filter(id -> id.length() <= LONGEST)
        .orElseGet(() -> "sha256:" + digest(Json.write(message.node())));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every Java to know SHA-256", e);
    }
  }
}
