package dev.tapflow.engine;

import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.List;

/** Makes texts fit whose length is known only at run time; lengths in code points. */
final class Fitting {

  private static final String ELLIPSIS = "…";

  private Fitting() {}

  /** The whole text, or its beginning and "…". */
  static String cut(String text, int limit) {
    return WhatsAppLimits.length(text) <= limit
        ? text
        : text.substring(0, text.offsetByCodePoints(0, limit - 1)).stripTrailing() + ELLIPSIS;
  }

  /** The titles cut to the limit, those that became equal numbered: "Visit…", "Visit… 2". */
  static List<String> distinct(List<String> titles, int limit) {
    var fitted = new ArrayList<String>();
    for (var title : titles) {
      var candidate = cut(title, limit);
      for (int number = 2; fitted.contains(candidate); number++) {
        var suffix = " " + number;
        candidate = cut(title, limit - suffix.length()) + suffix;
      }
      fitted.add(candidate);
    }
    return fitted;
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
