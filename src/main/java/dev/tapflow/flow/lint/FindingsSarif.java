package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings for tools of code review, as SARIF (source: OASIS, "Static Analysis Results Interchange
 * Format (SARIF) Version 2.1.0"). The rules are those of the {@link Catalogue} that were met.
 */
public final class FindingsSarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private FindingsSarif() {}

  /** One log with one run; without a line end. */
  public static String of(List<Finding> findings) {
    var rules = rules(findings);
    var numbers = List.copyOf(rules.keySet());
    var driver = object("name", "Tapflow", "rules", List.copyOf(rules.values()));
    var run =
        object(
            "tool",
            object("driver", driver),
            // a column of ours counts characters, not halves of surrogate pairs
            "columnKind",
            "unicodeCodePoints",
            "results",
            findings.stream().map(it -> result(it, numbers.indexOf(it.code()))).toList());
    return Json.of(object("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
  }

  private static Map<String, Object> rules(List<Finding> findings) {
    var rules = new TreeMap<String, Object>();
    findings.forEach(it -> rules.computeIfAbsent(it.code(), code -> rule(it)));
    return rules;
  }

  private static Map<String, Object> rule(Finding met) {
    var known = Catalogue.find(met.code());
    var help = object("text", known.map(Catalogue.Entry::summary).orElse(met.code()));
    return object(
        "id",
        met.code(),
        "shortDescription",
        help,
        "help",
        help,
        "defaultConfiguration",
        object("level", level(known.map(Catalogue.Entry::severity).orElse(met.severity()))));
  }

  private static Map<String, Object> result(Finding finding, int rule) {
    return object(
        "ruleId",
        finding.code(),
        "ruleIndex",
        rule,
        "level",
        level(finding.severity()),
        "message",
        object("text", finding.message()),
        "locations",
        List.of(object("physicalLocation", location(finding))));
  }

  private static Map<String, Object> location(Finding finding) {
    return object(
        "artifactLocation",
        object("uri", uri(finding.place().file())),
        "region",
        region(finding.place(), finding.line()));
  }

  private static Map<String, Object> region(Place place, String line) {
    var region = object("startLine", place.line(), "startColumn", place.column());
    if (!line.isBlank()) {
      region.put("snippet", object("text", line));
    }
    return region;
  }

  private static String level(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }

  /** A path with what an address may not have percent-encoded. */
  private static String uri(String file) {
    try {
      var path = file.replace('\\', '/');
      return new URI(path.startsWith("/") ? "file" : null, null, path, null).toASCIIString();
    } catch (URISyntaxException strange) {
      return file;
    }
  }

  private static Map<String, Object> object(Object... keysAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
