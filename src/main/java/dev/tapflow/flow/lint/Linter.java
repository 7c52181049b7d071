package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Asks every rule about a folder. */
public final class Linter {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::place)
          .thenComparing(Finding::code)
          .thenComparing(Finding::message);

  private Linter() {}

  /** What the rules found and what was found while reading, by place. */
  public static List<Finding> check(ReadFolder folder) {
    return sorted(
        Stream.concat(
            folder.findings().stream(), Rule.ALL.stream().flatMap(rule -> rule.check(folder))));
  }

  /** In the order a reader meets them, each once. */
  public static List<Finding> sorted(Stream<Finding> findings) {
    return findings.distinct().sorted(BY_PLACE).toList();
  }
}
