package dev.tapflow.flow.lint;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: without case, accents, emoji and outer spaces. */
final class Folded {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern EMOJI = Pattern.compile("[\\p{So}\\p{Sk}\\p{Cf}]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Folded() {}

  static String of(String words) {
    var bare = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
    var spoken = tidy(EMOJI.matcher(bare).replaceAll(" "));
    return spoken.isEmpty() ? tidy(bare) : spoken;
  }

  private static String tidy(String words) {
    return SPACES.matcher(words.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
