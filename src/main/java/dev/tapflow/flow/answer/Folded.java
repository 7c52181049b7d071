package dev.tapflow.flow.answer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared: small letters without accents, digits as 0 to 9. */
final class Folded {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("[\u2019\u02BC\u00B4`]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private Folded() {}

  static String of(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    var unmarked = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    var apostrophes = APOSTROPHES.matcher(unmarked).replaceAll("'");
    return digits(SPACES.matcher(apostrophes).replaceAll(" ").strip());
  }

  private static String digits(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .map(it -> Character.isDigit(it) ? '0' + Character.digit(it, 10) : it)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
