package dev.tapflow.engine;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What two spellings of one word have in common: case, accents, outer spaces and emoji do not
 * count.
 */
final class Folding {

  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final int FIRST_BEYOND_ASCII = 0x80;
  private static final int KEYCAP = 0x20E3;
  private static final int JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007F;

  private Folding() {}

  /** The folded form; of a text that is nothing but emoji, the emoji themselves. */
  static String fold(String text) {
    return isPlain(text) ? Fitting.oneLine(text).toLowerCase(Locale.ROOT) : foldAny(text);
  }

  /** Without accents and emoji: the hot path. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= FIRST_BEYOND_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static String foldAny(String text) {
    var words = withoutEmoji(text);
    var kept = words.isBlank() ? text : words;
    var decomposed = Normalizer.normalize(kept, Normalizer.Form.NFD);
    var plain = ACCENTS.matcher(decomposed).replaceAll("");
    // upper case first: ß and ss, ı and i are one
    var lower = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return SPACES.matcher(ACCENTS.matcher(lower).replaceAll("")).replaceAll(" ").strip();
  }

  /** True where the whole text is one of the words. */
  static boolean isOneOf(List<String> words, String text) {
    var folded = fold(text);
    return !folded.isEmpty() && words.stream().map(Folding::fold).anyMatch(folded::equals);
  }

  private static String withoutEmoji(String text) {
    return text.codePoints()
        .filter(point -> !isEmojiPart(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isEmojiPart(int point) {
    return Character.isEmojiPresentation(point)
        || Character.isExtendedPictographic(point)
        || Character.isEmojiModifier(point)
        || point == EMOJI_STYLE
        || point == JOINER
        || point == KEYCAP
        || (point >= FIRST_TAG && point <= LAST_TAG);
  }
}
