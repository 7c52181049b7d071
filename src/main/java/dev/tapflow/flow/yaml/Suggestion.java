package dev.tapflow.flow.yaml;

import java.util.Collection;
import java.util.Comparator;

/** "Did you mean": the name nearest to one that does not exist. */
public final class Suggestion {

  /** Longer than any name; a paragraph given as a name is not compared. */
  private static final int LONGEST = 90;

  /** Among more names nobody is helped, and each comparison costs. */
  private static final int MOST = 300;

  private Suggestion() {}

  /** Ready to be appended to a message; empty where nothing is near. */
  public static String of(String wrong, Collection<String> known) {
    if (wrong.length() > LONGEST || known.size() > MOST) {
      return "";
    }
    int allowed = Math.max(1, wrong.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - wrong.length()) <= allowed)
        .map(name -> new Near(name, distance(wrong, name, allowed)))
        .filter(near -> near.distance() <= allowed)
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .map(near -> "; did you mean \"" + near.name() + "\"?")
        .orElse("");
  }

  private record Near(String name, int distance) {}

  /**
   * How many letters must be added, left out, replaced or swapped with their neighbour; more than
   * allowed is not counted to its end.
   */
  private static int distance(String a, String b, int allowed) {
    var rows = new int[a.length() + 1][b.length() + 1];
    int least = 0;
    for (int i = 0; i <= a.length() && least <= allowed; i++) {
      least = Integer.MAX_VALUE;
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
        least = Math.min(least, rows[i][j]);
      }
    }
    return least > allowed ? least : rows[a.length()][b.length()];
  }

  private static int cheapest(int[][] rows, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(rows[i - 1][j - 1] + same, Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1));
    var swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
