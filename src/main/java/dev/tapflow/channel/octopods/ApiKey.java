package dev.tapflow.channel.octopods;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A key of the API. It tells itself only to the API. */
record ApiKey(String text) {

  /** Names the key without telling it: the hex SHA-256. */
  String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every JDK to have SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ApiKey[…]";
  }
}
