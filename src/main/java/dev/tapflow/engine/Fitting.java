package dev.tapflow.engine;

import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes texts fit whose length is known only at run time; lengths in code points. */
final class Fitting {

  private static final String ELLIPSIS = "…";
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private Fitting() {}

  /** With every run of spaces and line ends as one space, and none outside. */
  static String oneLine(String text) {
    return isOneLine(text) ? text : SPACES.matcher(text).replaceAll(" ").strip();
  }

  /** Most texts are, and this is the hot path. */
  private static boolean isOneLine(String text) {
    var afterSpace = true;
    for (int at = 0; at < text.length(); at++) {
      var unit = text.charAt(at);
      var space = unit == ' ';
      if ((space && afterSpace)
          || Character.isISOControl(unit)
          || (!space && Character.isSpaceChar(unit))) {
        return false;
      }
      afterSpace = space;
    }
    return !afterSpace || text.isEmpty();
  }

  /** The whole text, or its beginning and "…". */
  static String cut(String text, int limit) {
    return WhatsAppLimits.length(text) <= limit
        ? text
        : text.substring(0, text.offsetByCodePoints(0, limit - 1)).stripTrailing() + ELLIPSIS;
  }

  /** The titles cut to the limit, those that became equal numbered: "Visit…", "Visit… 2". */
  static List<String> distinct(List<String> titles, int limit) {
    var fitted = new ArrayList<String>();
    var taken = new HashSet<String>();
    var counts = new HashMap<String, Integer>();
    for (var title : titles) {
      var candidate = cut(title, limit);
      if (!taken.add(candidate)) {
        candidate = numbered(title, limit, taken, counts);
      }
      fitted.add(candidate);
    }
    return fitted;
  }

  /** The first number that is free; counted on, so that a list of equal titles costs no more. */
  private static String numbered(
      String title, int limit, Set<String> taken, Map<String, Integer> counts) {
    var plain = cut(title, limit);
    for (int number = counts.getOrDefault(plain, 2); ; number++) {
      var suffix = " " + number;
      var candidate = cut(title, limit - suffix.length()) + suffix;
      if (taken.add(candidate)) {
        counts.put(plain, number + 1);
        return candidate;
      }
    }
  }

  /** The text in pieces, parted at a line's or a word's end where there is one. */
  static List<String> split(String text, int limit) {
    var pieces = new ArrayList<String>();
    var rest = text.strip();
    while (WhatsAppLimits.length(rest) > limit) {
      var end = partingPoint(rest, rest.offsetByCodePoints(0, limit));
      pieces.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    pieces.add(rest);
    return pieces;
  }

  private static int partingPoint(String text, int most) {
    var line = text.lastIndexOf('\n', most);
    if (line > most / 2) {
      return line;
    }
    var space = text.lastIndexOf(' ', most);
    return space > 0 ? space : most;
  }
}
