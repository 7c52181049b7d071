package dev.tapflow.flow.release;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Names a folder by what is in it: equal contents are the same release on every replica. */
final class ContentHash {

  private ContentHash() {}

  /** SHA-256 in hex over the names and texts in the order of the names. */
  static String of(Map<String, String> files) {
    var digest = sha256();
    new TreeMap<>(files)
        .forEach(
            (name, text) -> {
              add(digest, name);
              add(digest, text);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length before it, so that no two folders run into the same bytes. */
  private static void add(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
