package dev.tapflow.flow.answer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.tapflow.message.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number as people write it: "+33 6 12 34 56 78", "0033612345678", "(06) 12.34.56.78".
 * Without a country code it is of the customer's own country. Only numbers that can exist.
 */
final class WrittenPhone {

  private static final int LONGEST = 40;

  /** Digits of any script, and what stands between them. */
  private static final Pattern SHAPE =
      Pattern.compile("(?:tel:)?\\s*[+\uFF0B]?[\\p{Nd}\\s\\p{Zs}\\p{Pd}()/.]+");

  /** Marks of the writing direction, as copied numbers have them. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  private static final Pattern ABROAD = Pattern.compile("^\\D*00");

  /** No country: then only a number with its country code is one. */
  private static final String NOWHERE = "ZZ";

  private WrittenPhone() {}

  /** In E.164 form. */
  static Optional<String> read(String trimmed, Optional<PhoneNumber> customer) {
    var visible = INVISIBLE.matcher(trimmed).replaceAll("");
    if (visible.length() > LONGEST || !SHAPE.matcher(visible).matches()) {
      return Optional.empty();
    }
    var home = customer.flatMap(WrittenPhone::country).orElse(NOWHERE);
    return valid(visible, home).or(() -> valid(ABROAD.matcher(visible).replaceFirst("+"), NOWHERE));
  }

  /** The country of a number, by its two letters. */
  static Optional<String> country(PhoneNumber number) {
    var parsed = parsed(number.e164(), NOWHERE);
    return Optional.ofNullable(
        parsed == null ? null : PhoneNumberUtil.getInstance().getRegionCodeForNumber(parsed));
  }

  private static Optional<String> valid(String text, String country) {
    var util = PhoneNumberUtil.getInstance();
    return Optional.ofNullable(parsed(text, country))
        .filter(number -> util.isValidNumber(number) && !number.hasExtension())
        .map(number -> util.format(number, PhoneNumberFormat.E164));
  }

  private static com.google.i18n.phonenumbers.Phonenumber.@Nullable PhoneNumber parsed(
      String text, String country) {
    try {
      return PhoneNumberUtil.getInstance().parse(text, country);
    } catch (NumberParseException e) {
      return null;
    }
  }
}
