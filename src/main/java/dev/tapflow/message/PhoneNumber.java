package dev.tapflow.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A customer's number in E.164 form, such as {@code +34600000001}.
 *
 * <p>WhatsApp writes numbers without the plus sign ({@code wa_id}), and for some countries not as
 * they are dialled; {@link #normalForm()} is what two spellings of one number have in common.
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException(
          "Expected an E.164 number such as +34600000001, but got %d characters that are not one"
              .formatted(e164.length()));
    }
  }

  /** Reads {@code +34600000001} or WhatsApp's {@code 34600000001}; empty for anything else. */
  public static Optional<PhoneNumber> parse(String text) {
    var candidate = text.startsWith("+") ? text : "+" + text;
    return E164.matcher(candidate).matches()
        ? Optional.of(new PhoneNumber(candidate))
        : Optional.empty();
  }

  /**
   * The spelling by which numbers are compared. WhatsApp ids differ from dialled numbers in Mexico
   * (52 / 521), Argentina (54 / 549) and Brazil (the ninth digit of mobile numbers).
   */
  public PhoneNumber normalForm() {
    if (e164.startsWith("+521") && e164.length() == 14) {
      return new PhoneNumber("+52" + e164.substring(4));
    }
    if (e164.startsWith("+549") && e164.length() == 14) {
      return new PhoneNumber("+54" + e164.substring(4));
    }
    if (e164.startsWith("+55") && e164.length() == 13 && e164.charAt(5) >= '6') {
      return new PhoneNumber(e164.substring(0, 5) + "9" + e164.substring(5));
    }
    return this;
  }

  /** The digits without the plus sign, as WhatsApp's {@code wa_id} and {@code from} have them. */
  public String digits() {
    return e164.substring(1);
  }

  @Override
  public int compareTo(PhoneNumber other) {
    return e164.compareTo(other.e164);
  }

  /** Masked: a number that reaches a log line must not identify a customer. */
  @Override
  public String toString() {
    return e164.substring(0, 4) + "…" + e164.substring(e164.length() - 2);
  }
}
