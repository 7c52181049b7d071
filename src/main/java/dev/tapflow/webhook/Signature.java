package dev.tapflow.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature {@code sha256=<hex>}: an HMAC-SHA256 over the bytes of the body as they came
 * (source: WhatsApp "Create a webhook endpoint"). The body is never parsed and written again first:
 * Meta signs its own way of escaping.
 */
final class Signature {

  private static final String PREFIX = "sha256=";
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** Whether the header proves that the sender knows the secret; never without a secret. */
  static boolean proves(Optional<String> secret, @Nullable String header, byte[] body) {
    return secret.isPresent()
        && header != null
        && header.startsWith(PREFIX)
        && matches(header.substring(PREFIX.length()), hmac(secret.get(), body));
  }

  private static boolean matches(String claimed, byte[] expected) {
    try {
      // in constant time: how long it takes must not tell how much of it was right
      return MessageDigest.isEqual(HexFormat.of().parseHex(claimed), expected);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static byte[] hmac(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected every Java to know " + ALGORITHM, e);
    }
  }
}
