package dev.tapflow.sandbox;

import java.util.Optional;
import java.util.regex.Pattern;

/** A customer's phone number in E.164, with its plus. */
record CustomerNumber(String e164) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  CustomerNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException(
          "Expected an E.164 number such as +34600000001, but got %d characters that are not one"
              .formatted(e164.length()));
    }
  }

  /** As Octopods takes it: with the plus, or not at all. */
  static Optional<CustomerNumber> ofE164(String text) {
    return E164.matcher(text).matches() ? Optional.of(new CustomerNumber(text)) : Optional.empty();
  }

  /** As people put it into a path: the plus may be missing. */
  static Optional<CustomerNumber> lenient(String text) {
    return ofE164(text.startsWith("+") ? text : "+" + text);
  }

  /** As Meta writes it: digits only. */
  String waId() {
    return e164.substring(1);
  }

  /** Masked: a number that reaches a log line must not identify a customer. */
  @Override
  public String toString() {
    return e164.substring(0, 4) + "…" + e164.substring(e164.length() - 2);
  }
}
