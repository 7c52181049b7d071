package dev.tapflow.cli;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.lint.FindingText;
import dev.tapflow.flow.lint.FindingsJson;
import dev.tapflow.flow.lint.FindingsSarif;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks flows and says all that is wrong with them. */
@Command(
    name = "lint",
    description = "Checks a folder of flows, or one file of it: every mistake, with its line.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no errors (warnings are printed)",
      "1:errors, or warnings with --strict",
      "2:misuse, or a folder that cannot be read"
    })
final class LintCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      defaultValue = "flows",
      description = "The folder, or a file in it (default: ${DEFAULT-VALUE}).")
  private Path path = Path.of("flows");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}; sarif is for code review (default: ${DEFAULT-VALUE}).")
  private Format format = Format.text;

  @Option(names = "--strict", description = "Warnings count as errors.")
  private boolean strict;

  private final Terminal terminal;

  LintCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** How the findings are written; the names are what is typed. */
  enum Format {
    text,
    json,
    sarif
  }

  @Override
  public Integer call() {
    var folder = OpenedFolder.at(path);
    var findings = check(folder).stream().filter(it -> folder.wants(it.place().file())).toList();
    switch (format) {
      case text -> findings.forEach(this::print);
      case json -> terminal.results().println(FindingsJson.of(findings));
      case sarif -> terminal.results().println(FindingsSarif.of(findings));
    }
    var errors = count(findings, Finding.Severity.ERROR);
    var warnings = count(findings, Finding.Severity.WARNING);
    terminal.notes().println(summary(folder.flows(), errors, warnings));
    return errors > 0 || (strict && warnings > 0) ? ExitCode.WRONG : ExitCode.FINE;
  }

  private List<Finding> check(OpenedFolder folder) {
    try (var _ = ProgressLine.of(terminal, "Checking " + Plural.of(folder.flows(), "flow"))) {
      return switch (new ReleaseLoader().load(folder.files(), folder.findings())) {
        case LoadResult.Loaded loaded -> loaded.warnings();
        case LoadResult.Rejected rejected -> rejected.findings();
      };
    }
  }

  private void print(Finding finding) {
    terminal
        .results()
        .println(terminal.colours() ? FindingText.inColours(finding) : FindingText.of(finding));
  }

  private static long count(List<Finding> findings, Finding.Severity severity) {
    return findings.stream().filter(it -> it.severity() == severity).count();
  }

  private static String summary(long flows, long errors, long warnings) {
    return "%s checked: %s, %s"
        .formatted(
            Plural.of(flows, "flow"), Plural.of(errors, "error"), Plural.of(warnings, "warning"));
  }
}
