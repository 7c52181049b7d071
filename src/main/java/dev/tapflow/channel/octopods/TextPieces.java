package dev.tapflow.channel.octopods;

import static dev.tapflow.message.WhatsAppLimits.length;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a text that is too long where a reader would pause: paragraph, sentence, line or word. */
final class TextPieces {

  private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…。！？])\\s+|\\n");
  private static final Pattern WORD = Pattern.compile("\\s+");

  private TextPieces() {}

  /**
   * The text in pieces.
   *
   * @param most code points of a piece
   */
  static List<String> of(String text, int most) {
    var pieces = new ArrayList<String>();
    var rest = text;
    while (length(rest) > most) {
      var end = cut(rest, rest.offsetByCodePoints(0, most));
      pieces.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    if (!rest.isEmpty() || pieces.isEmpty()) {
      pieces.add(rest);
    }
    return List.copyOf(pieces);
  }

  /** Where the first piece ends. A pause in the first half would make a stump of it. */
  private static int cut(String text, int furthest) {
    for (var pause : List.of(PARAGRAPH, SENTENCE)) {
      var end = last(pause, text, furthest);
      if (end > furthest / 2) {
        return end;
      }
    }
    var word = last(WORD, text, furthest);
    return word > 0 ? word : betweenCharacters(text, furthest);
  }

  private static int last(Pattern pause, String text, int furthest) {
    var pauses = pause.matcher(text);
    var end = 0;
    while (pauses.find() && pauses.start() <= furthest) {
      end = pauses.start();
    }
    return end;
  }

  /** Never inside what a reader sees as one character, such as a flag or a family. */
  private static int betweenCharacters(String text, int furthest) {
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    var end = characters.isBoundary(furthest) ? furthest : characters.preceding(furthest);
    return end > 0 ? end : furthest;
  }
}
