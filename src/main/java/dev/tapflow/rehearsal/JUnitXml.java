package dev.tapflow.rehearsal;

import dev.tapflow.flow.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report in the XML that JUnit's tools read: a suite for each file, a failure with the
 * conversation; a file that could not be read is an error.
 */
final class JUnitXml {

  private final Report report;
  private final StringBuilder xml = new StringBuilder();

  JUnitXml(Report report) {
    this.report = report;
  }

  String written() {
    var suites = new LinkedHashMap<String, List<CaseResult>>();
    report.cases().forEach(it -> suites.computeIfAbsent(it.file(), _ -> new ArrayList<>()).add(it));
    var errors = errors();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        "<testsuites tests=\"%d\" failures=\"%d\" errors=\"%d\">\n"
            .formatted(report.cases().size() + errors.size(), report.failed(), errors.size()));
    suites.forEach(this::suite);
    errors.forEach(this::broken);
    xml.append("</testsuites>\n");
    return xml.toString();
  }

  private Map<String, List<Finding>> errors() {
    var byFile = new LinkedHashMap<String, List<Finding>>();
    report.findings().stream()
        .filter(it -> it.severity() == Finding.Severity.ERROR)
        .forEach(it -> byFile.computeIfAbsent(it.place().file(), _ -> new ArrayList<>()).add(it));
    return byFile;
  }

  private void suite(String file, List<CaseResult> cases) {
    var failed = cases.stream().filter(it -> !it.passed()).count();
    xml.append(
        "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n"
            .formatted(escaped(file), cases.size(), failed));
    cases.forEach(it -> testCase(file, it));
    xml.append("  </testsuite>\n");
  }

  private void testCase(String file, CaseResult result) {
    xml.append(
        "    <testcase name=\"%s\" classname=\"%s\" file=\"%s\" line=\"%d\""
            .formatted(
                escaped(result.name()), escaped(file), escaped(file), result.place().line()));
    if (result.failure().isEmpty()) {
      xml.append("/>\n");
      return;
    }
    var failure = result.failure().get();
    xml.append(
        ">\n      <failure type=\"difference\" message=\"%s\">"
            .formatted(escaped(failure.place() + ": " + failure.reason())));
    xml.append(escaped(String.join("\n", ReportText.why(result))));
    xml.append("</failure>\n    </testcase>\n");
  }

  private void broken(String file, List<Finding> findings) {
    xml.append(
        "  <testsuite name=\"%s\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
            .formatted(escaped(file)));
    xml.append("    <testcase name=\"can be read\" classname=\"%s\">\n".formatted(escaped(file)));
    xml.append("      <error type=\"%s\">".formatted(escaped(findings.getFirst().code())));
    findings.forEach(it -> xml.append(escaped(it.place() + ": " + it.message() + "\n")));
    xml.append("</error>\n    </testcase>\n  </testsuite>\n");
  }

  /** What XML 1.0 has no place for becomes a replacement character. */
  static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            it -> {
              switch (it) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\r', '\t' -> escaped.append("&#").append(it).append(';');
                default -> escaped.appendCodePoint(isAllowed(it) ? it : '\uFFFD');
              }
            });
    return escaped.toString();
  }

  /** Source: W3C "Extensible Markup Language (XML) 1.0", production Char. */
  private static boolean isAllowed(int codePoint) {
    return (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }
}
