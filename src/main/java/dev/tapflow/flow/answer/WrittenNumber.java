package dev.tapflow.flow.answer;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people write it: "1.250,5", "1,250.5", "1 250", "1'250", "−3", "٣٫٥". One separator
 * with three digits behind it can be read in two ways; then the customer's language decides, and
 * for an integer it separates thousands.
 */
final class WrittenNumber {

  private static final int LONGEST = 40;

  /** Thousands, or as in India, thousands and then hundreds of what went before. */
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}(g\\d{3})+|\\d{1,2}(g\\d{2})+g\\d{3}");

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

  private WrittenNumber() {}

  static Optional<BigDecimal> read(String typed, Locale locale, boolean whole) {
    var plain = normalized(typed);
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    var signed = plain.charAt(0) == '-' || plain.charAt(0) == '+';
    var body = signed ? plain.substring(1).strip() : plain;
    return unsigned(body, locale, whole)
        .map(number -> plain.charAt(0) == '-' ? number.negate() : number);
  }

  /** ASCII digits and minus; one kind of space and of apostrophe; Arabic separators as , and '. */
  private static String normalized(String typed) {
    var plain = new StringBuilder();
    typed.codePoints().forEach(codePoint -> plain.appendCodePoint(normalized(codePoint)));
    return plain.toString().strip();
  }

  private static int normalized(int codePoint) {
    if (Character.isDigit(codePoint)) {
      return '0' + Character.digit(codePoint, 10);
    }
    if (Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint)) {
      return ' ';
    }
    return switch (codePoint) {
      case '\u2212', '\u2013', '\uFE63', '\uFF0D' -> '-';
      case '\uFF0B' -> '+';
      case '\u2019', '\u066C' -> '\'';
      case '\u066B' -> 'd';
      default -> codePoint;
    };
  }

  private static Optional<BigDecimal> unsigned(String body, Locale locale, boolean whole) {
    var decimal = decimalSeparator(body, locale, whole);
    int at = decimal == 0 ? -1 : body.lastIndexOf(decimal);
    var integer = at < 0 ? body : body.substring(0, at);
    var fraction = at < 0 ? "" : body.substring(at + 1);
    if (integer.isEmpty() && fraction.isEmpty()) {
      return Optional.empty();
    }
    if (!(fraction.isEmpty() || DIGITS.matcher(fraction).matches())) {
      return Optional.empty();
    }
    return grouped(integer)
        .map(digits -> new BigDecimal(digits + "." + (fraction.isEmpty() ? "0" : fraction)));
  }

  /** The digits of the integer part, where its separators are all the same and stand right. */
  private static Optional<String> grouped(String integer) {
    if (integer.isEmpty()) {
      return Optional.of("0");
    }
    if (DIGITS.matcher(integer).matches()) {
      return Optional.of(integer);
    }
    var separators = integer.replaceAll("\\d", "");
    var first = separators.charAt(0);
    var same = separators.chars().allMatch(separator -> separator == first);
    return same
            && ".,' ".indexOf(first) >= 0
            && GROUPED.matcher(integer.replace(first, 'g')).matches()
        ? Optional.of(integer.replace(String.valueOf(first), ""))
        : Optional.empty();
  }

  /** The character that separates the decimals; 0 where none does. */
  private static char decimalSeparator(String body, Locale locale, boolean whole) {
    if (body.indexOf('d') >= 0) {
      return 'd';
    }
    int dot = body.lastIndexOf('.');
    int comma = body.lastIndexOf(',');
    if (dot >= 0 && comma >= 0) {
      return dot > comma ? '.' : ',';
    }
    if (dot < 0 && comma < 0) {
      return 0;
    }
    var only = dot >= 0 ? '.' : ',';
    if (body.indexOf(only) != body.lastIndexOf(only)) {
      return 0;
    }
    return EITHER.matcher(body).matches() && (whole || only != decimalOf(locale)) ? 0 : only;
  }

  private static char decimalOf(Locale locale) {
    return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
  }
}
