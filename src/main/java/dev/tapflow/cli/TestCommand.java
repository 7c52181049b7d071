package dev.tapflow.cli;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.lint.FindingText;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import dev.tapflow.flow.yaml.FolderReader;
import dev.tapflow.flow.yaml.TestFileReader;
import dev.tapflow.rehearsal.Generation;
import dev.tapflow.rehearsal.Recording;
import dev.tapflow.rehearsal.Rehearsal;
import dev.tapflow.rehearsal.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays the tests of flows. */
@Command(
    name = "test",
    description = "Plays the tests of a folder of flows (<flow>.test.yaml), or those of one file.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all cases passed",
      "1:a case failed, or the flows have errors",
      "2:misuse, or a folder that cannot be read"
    })
final class TestCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      defaultValue = "flows",
      description = "The folder, or a file in it (default: ${DEFAULT-VALUE}).")
  private Path path = Path.of("flows");

  @Option(names = "--junit", paramLabel = "FILE", description = "Writes JUnit's XML there too.")
  private @Nullable Path junit;

  @Option(
      names = "--generate",
      description =
          "Plays nothing, but writes a case for every path through the flows, up to a bound.")
  private boolean generate;

  private final Terminal terminal;

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var folder = OpenedFolder.at(path);
    return switch (new ReleaseLoader().load(folder.files(), folder.findings())) {
      case LoadResult.Rejected rejected -> refuse(rejected.findings());
      case LoadResult.Loaded loaded when generate -> generate(folder, loaded.release());
      case LoadResult.Loaded loaded -> {
        var tests = tests(folder);
        try (var _ = ProgressLine.of(terminal, "Playing " + Plural.of(tests.size(), "file"))) {
          yield report(Rehearsal.run(loaded.release(), tests));
        }
      }
    };
  }

  /** Cases of one flow go to the results; of several, each flow's follow a line with its file. */
  private int generate(OpenedFolder folder, Release release) {
    for (var file : folder.files().keySet()) {
      if (file.endsWith(FolderReader.FLOW_SUFFIX) && wants(folder, file)) {
        var test =
            file.substring(0, file.length() - FolderReader.FLOW_SUFFIX.length())
                + TestFileReader.SUFFIX;
        var name = Path.of(file).getFileName().toString();
        var flow = name.substring(0, name.length() - FolderReader.FLOW_SUFFIX.length());
        terminal.results().println("# " + test);
        terminal
            .results()
            .print(Recording.file(Generation.of(release, flow, Generation.Bounds.USUAL)));
      }
    }
    return ExitCode.FINE;
  }

  private static boolean wants(OpenedFolder folder, String flow) {
    var test =
        flow.substring(0, flow.length() - FolderReader.FLOW_SUFFIX.length())
            + TestFileReader.SUFFIX;
    return folder.wants(flow) || folder.wants(test);
  }

  private int refuse(List<Finding> findings) {
    findings.stream()
        .filter(it -> it.severity() == Finding.Severity.ERROR)
        .forEach(it -> terminal.results().println(FindingText.of(it)));
    terminal.notes().println("The flows have errors; their tests were not played");
    return ExitCode.WRONG;
  }

  private static Map<String, String> tests(OpenedFolder folder) {
    var tests = new TreeMap<String, String>();
    folder
        .files()
        .forEach(
            (name, text) -> {
              if (name.endsWith(TestFileReader.SUFFIX)
                  && (folder.wants(name) || folder.wants(flowOf(name)))) {
                tests.put(name, text);
              }
            });
    if (tests.isEmpty()) {
      throw new OpenedFolder.UnusablePath(
          "There are no tests: their files are named <flow>.test.yaml");
    }
    return tests;
  }

  /** A flow's file stands for its tests. */
  private static String flowOf(String test) {
    return test.substring(0, test.length() - TestFileReader.SUFFIX.length())
        + FolderReader.FLOW_SUFFIX;
  }

  private int report(Report report) {
    terminal.results().print(report.text());
    if (junit != null) {
      write(junit, report.junitXml());
    }
    return report.passed() ? ExitCode.FINE : ExitCode.WRONG;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new OpenedFolder.UnusablePath("\"%s\" cannot be written: %s".formatted(file, e));
    }
  }
}
