package dev.tapflow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table: what was measured, beside what is asked. */
final class Report {

  private final List<Row> rows = new ArrayList<>();
  private final List<String> mismatches = new ArrayList<>();

  private record Row(String what, String measured, String goal, String verdict) {}

  /** Takes a figure and says it at once, since the whole takes minutes. */
  void add(String what, String measured, String goal, boolean isMet) {
    add(new Row(what, measured, goal, isMet ? "" : "missed"));
  }

  void leaveOut(String what, String why, String goal) {
    add(new Row(what, why, goal, ""));
  }

  private void add(Row row) {
    rows.add(row);
    Print.line("%s: %s (goal: %s) %s", row.what(), row.measured(), row.goal(), row.verdict());
  }

  void mismatches(List<String> found) {
    found.forEach(mismatch -> Print.line("mismatch: %s", mismatch));
    mismatches.addAll(found);
  }

  boolean isWhole() {
    return mismatches.isEmpty();
  }

  void print() {
    Print.line("");
    var form = "%-64s %-26s %-18s %s";
    Print.line("%s", form.formatted("what", "measured", "goal", "").stripTrailing());
    for (var row : rows) {
      Print.line(
          "%s",
          String.format(Locale.ROOT, form, row.what(), row.measured(), row.goal(), row.verdict())
              .stripTrailing());
    }
    Print.line("");
    mismatches.forEach(mismatch -> Print.line("mismatch: %s", mismatch));
  }
}
