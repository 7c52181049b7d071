package dev.tapflow.rehearsal;

import dev.tapflow.flow.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as text: each failed case with its conversation, the first difference marked. */
final class ReportText {

  private static final int MOST_MISSING = 20;

  private final Report report;
  private final List<String> lines = new ArrayList<>();

  ReportText(Report report) {
    this.report = report;
  }

  String written() {
    report.findings().forEach(this::finding);
    report.cases().forEach(this::line);
    report.cases().stream().filter(it -> !it.passed()).forEach(this::failure);
    summary();
    coverage();
    return String.join("\n", lines) + "\n";
  }

  private void finding(Finding finding) {
    lines.add(
        "%s: %s: %s [%s]"
            .formatted(
                finding.place(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.message(),
                finding.code()));
  }

  private void line(CaseResult result) {
    lines.add(
        "%s %s: %s".formatted(result.passed() ? "ok  " : "FAIL", result.file(), result.name()));
  }

  private void failure(CaseResult result) {
    lines.add("");
    lines.add("FAIL %s: %s".formatted(result.file(), result.name()));
    result.failure().ifPresent(it -> lines.add("  %s: %s".formatted(it.place(), it.reason())));
    lines.addAll(why(result));
  }

  /** The conversation, and what was expected instead of its marked line. */
  static List<String> why(CaseResult result) {
    var told = new ArrayList<String>();
    result.chat().forEach(it -> told.addAll(chat(it)));
    result
        .failure()
        .flatMap(CaseResult.Failure::difference)
        .ifPresent(
            it -> {
              var where = it.what().isEmpty() ? "" : it.what() + " ";
              told.addAll(labelled("    " + where + "expected  ", it.expected()));
              told.addAll(labelled("    " + where + "got       ", it.got()));
            });
    return told;
  }

  private static List<String> chat(ChatLine line) {
    var who =
        switch (line.who()) {
          case CUSTOMER -> "user";
          case BOT -> "bot";
          case AGENT -> "agent";
          case WORLD -> "--";
        };
    return labelled("  %s %-6s".formatted(line.differs() ? ">" : " ", who), line.text());
  }

  private static List<String> labelled(String label, String text) {
    var all = new ArrayList<String>();
    for (var line : text.split("\n", -1)) {
      all.add((all.isEmpty() ? label : " ".repeat(label.length())) + line);
    }
    return all;
  }

  private void summary() {
    var failed = report.failed();
    lines.add("");
    lines.add(
        "%d cases, %d passed, %d failed"
            .formatted(report.cases().size(), report.cases().size() - failed, failed));
  }

  private void coverage() {
    if (report.coverage().flows().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("Coverage           steps            options          exits");
    for (var flow : report.coverage().flows()) {
      lines.add(row(flow.flow(), flow.steps(), flow.options(), flow.exits()));
    }
    lines.add(
        row(
            "all",
            report.coverage().steps(),
            report.coverage().options(),
            report.coverage().exits()));
    for (var flow : report.coverage().flows()) {
      missing(flow.flow(), "steps", flow.steps());
      missing(flow.flow(), "options", flow.options());
      missing(flow.flow(), "exits", flow.exits());
    }
  }

  private static String row(
      String name, Coverage.Part steps, Coverage.Part options, Coverage.Part exits) {
    return "  %-16s %s %s %s"
        .formatted(name, share(steps), share(options), share(exits))
        .stripTrailing();
  }

  private static String share(Coverage.Part part) {
    return "%-16s"
        .formatted("%3d%% (%d of %d)".formatted(part.percent(), part.covered(), part.all()));
  }

  private void missing(String flow, String what, Coverage.Part part) {
    if (part.missing().isEmpty()) {
      return;
    }
    var shown = part.missing().stream().limit(MOST_MISSING).toList();
    var more = part.missing().size() - shown.size();
    lines.add(
        "  no case comes by these %s of %s: %s%s"
            .formatted(
                what,
                flow,
                String.join(", ", shown),
                more > 0 ? " and %d more".formatted(more) : ""));
  }
}
