package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Findings for other programs: a JSON list of objects with {@code file} (as it was given), {@code
 * line} and {@code column} (numbers from 1, the column in code points), {@code severity} ({@code
 * error} or {@code warning}), {@code code} and {@code message}, in the order a reader meets them.
 */
public final class FindingsJson {

  private FindingsJson() {}

  /** One line without a line end. */
  public static String of(List<Finding> findings) {
    return Json.of(findings.stream().map(FindingsJson::object).toList());
  }

  private static Map<String, Object> object(Finding finding) {
    var object = new LinkedHashMap<String, Object>();
    object.put("file", finding.place().file());
    object.put("line", finding.place().line());
    object.put("column", finding.place().column());
    object.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    object.put("code", finding.code());
    object.put("message", finding.message());
    return object;
  }
}
