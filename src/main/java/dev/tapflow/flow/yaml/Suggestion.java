package dev.tapflow.flow.yaml;

import java.util.Collection;
import java.util.Comparator;

/** "Did you mean": the name nearest to one that does not exist. */
public final class Suggestion {

  /** Longer than any name; a paragraph given as a name is not compared. */
  private static final int LONGEST = 90;

  /** Among more names nobody is helped, and each comparison costs. */
  private static final int MOST = 2_000;

  private Suggestion() {}

  /** Ready to be appended to a message; empty where nothing is near. */
  public static String of(String wrong, Collection<String> known) {
    if (wrong.length() > LONGEST || known.size() > MOST) {
      return "";
    }
    int allowed = Math.max(1, wrong.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - wrong.length()) <= allowed)
        .filter(name -> distance(wrong, name) <= allowed)
        .min(Comparator.comparingInt((String name) -> distance(wrong, name)).thenComparing(n -> n))
        .map(name -> "; did you mean \"" + name + "\"?")
        .orElse("");
  }

  /** How many letters must be added, left out, replaced or swapped with their neighbour. */
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
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
