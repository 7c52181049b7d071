package dev.tapflow.engine;

import dev.tapflow.message.ReplyId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Names of options that are made of data: each fits a reply id, and no two are the same. */
final class ListedIds {

  private final Set<String> taken;

  /**
   * @param reserved names of options that are written in the flow
   */
  ListedIds(Collection<String> reserved) {
    this.taken = new HashSet<>(reserved);
  }

  /** The name as near to what is wanted as can be; the number where nothing is left of it. */
  String next(String wanted, int number) {
    var plain = fit(wanted, ReplyId.LONGEST_OPTION);
    var name = plain.isEmpty() ? String.valueOf(number) : plain;
    var candidate = name;
    for (int twin = 2; !taken.add(candidate); twin++) {
      var suffix = "-" + twin;
      candidate = fit(name, ReplyId.LONGEST_OPTION - suffix.length()) + suffix;
    }
    return candidate;
  }

  /** One line without outer spaces; a leading dot would look like the end of a step's name. */
  private static String fit(String wanted, int limit) {
    var line = Fitting.oneLine(wanted);
    var start = 0;
    while (start < line.length() && (line.charAt(start) == '.' || line.charAt(start) == ' ')) {
      start++;
    }
    var name = line.substring(start);
    if (name.length() <= limit) {
      return name;
    }
    var end = Character.isHighSurrogate(name.charAt(limit - 1)) ? limit - 1 : limit;
    return name.substring(0, end).strip();
  }
}
