package dev.tapflow.conversation;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a form is sent with, and believes of what comes back only what it has signed for the
 * same contact. The signed token is the {@link ReplyId.Form}'s text, a dot, and 128 bits of an
 * HMAC-SHA-256.
 */
@Singleton
class FormTokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE_BYTES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Supplier<byte[]> key;

  @Inject
  FormTokens(FormKeyTable keys) {
    this.key = keys::key;
  }

  FormTokens(byte[] key) {
    this.key = () -> key;
  }

  /** The same message, its token signed where it is a form. */
  Outbound signed(ContactKey contact, Outbound message) {
    return message instanceof Outbound.Form form
        ? new Outbound.Form(
            form.header(),
            form.body(),
            form.footer(),
            form.button(),
            form.flowId(),
            form.token() + "." + signature(contact, form.token()),
            form.screen(),
            form.data())
        : message;
  }

  /** The same answer with its token as it was before it was signed; of another, nothing is said. */
  Content checked(ContactKey contact, Content content) {
    if (!(content instanceof Content.FormAnswer answer)) {
      return content;
    }
    return answer
        .token()
        .flatMap(token -> genuine(contact, token))
        .<Content>map(
            token -> new Content.FormAnswer(answer.name(), Optional.of(token), answer.values()))
        .orElseGet(() -> new Content.Unsupported("form"));
  }

  private Optional<String> genuine(ContactKey contact, String signed) {
    var dot = signed.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    var token = signed.substring(0, dot);
    var expected = signature(contact, token).getBytes(StandardCharsets.UTF_8);
    var given = signed.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, given) && ReplyId.parse(token).isPresent()
        ? Optional.of(token)
        : Optional.empty();
  }

  private String signature(ContactKey contact, String token) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.get(), ALGORITHM));
      var whole = mac.doFinal((contact.text() + "\n" + token).getBytes(StandardCharsets.UTF_8));
      return BASE64.encodeToString(Arrays.copyOf(whole, SIGNATURE_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
    }
  }
}
