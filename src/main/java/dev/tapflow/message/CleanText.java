package dev.tapflow.message;

/**
 * Text that the database can hold. PostgreSQL takes neither U+0000 nor half a surrogate pair, and a
 * sender's JSON may carry both in its escapes.
 */
public final class CleanText {

  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** The text with U+0000 and lone surrogates as U+FFFD; the same object where there are none. */
  public static String of(String text) {
    for (var at = 0; at < text.length(); at++) {
      if (isBroken(text, at)) {
        return mended(text);
      }
    }
    return text;
  }

  /** At most so many UTF-16 units of it, and no half of a character at the end. */
  public static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  private static String mended(String text) {
    var mended = new StringBuilder(text.length());
    for (var at = 0; at < text.length(); at++) {
      mended.append(isBroken(text, at) ? REPLACEMENT : text.charAt(at));
    }
    return mended.toString();
  }

  private static boolean isBroken(String text, int at) {
    var unit = text.charAt(at);
    if (Character.isHighSurrogate(unit)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(unit)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return unit == 0;
  }
}
