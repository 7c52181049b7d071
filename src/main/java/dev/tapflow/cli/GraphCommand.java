package dev.tapflow.cli;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.lint.FindingText;
import dev.tapflow.flow.yaml.FolderReader;
import dev.tapflow.graph.FlowGraph;
import dev.tapflow.graph.FlowGraphs;
import dev.tapflow.graph.Mermaid;
import dev.tapflow.graph.Svg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a flow. */
@Command(
    name = "graph",
    description = "Draws a flow: its steps and every way from one to another.",
    mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {

  private static final String SVG_SUFFIX = ".svg";

  @Parameters(
      paramLabel = "FILE",
      description = "The flow's file, such as flows/support.flow.yaml.")
  private Path path = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES} (default: svg where the output's name ends so, else mermaid).")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it (default: the standard output).")
  private @Nullable Path output;

  private final Terminal terminal;

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** How the picture is written; the names are what is typed. */
  enum Format {
    mermaid,
    svg
  }

  @Override
  public Integer call() {
    var folder = OpenedFolder.at(path);
    var read = FolderReader.read(folder.files());
    var flow =
        flowOf(folder)
            .map(read.flows()::get)
            .or(() -> onlyFlow(List.copyOf(read.flows().values())));
    if (flow.isPresent()) {
      write(drawn(FlowGraphs.of(flow.get())));
      return ExitCode.FINE;
    }
    if (folder.only().isEmpty()) {
      throw new OpenedFolder.UnusablePath(
          "\"%s\" has several flows; name the file of one: %s"
              .formatted(path, String.join(", ", read.flows().keySet())));
    }
    read.findings().stream()
        .filter(it -> folder.wants(it.place().file()))
        .forEach(it -> terminal.notes().println(FindingText.of(it)));
    terminal.notes().println("\"%s\" is no flow that can be drawn".formatted(path));
    return ExitCode.WRONG;
  }

  private static Optional<String> flowOf(OpenedFolder folder) {
    return folder
        .only()
        .map(file -> Path.of(file).getFileName().toString())
        .filter(file -> file.endsWith(FolderReader.FLOW_SUFFIX))
        .map(file -> file.substring(0, file.length() - FolderReader.FLOW_SUFFIX.length()));
  }

  private static Optional<Flow> onlyFlow(List<Flow> flows) {
    return flows.size() == 1 ? Optional.of(flows.getFirst()) : Optional.empty();
  }

  private String drawn(FlowGraph graph) {
    return switch (wanted()) {
      case mermaid -> Mermaid.of(graph);
      case svg -> Svg.of(graph);
    };
  }

  private Format wanted() {
    if (format != null) {
      return format;
    }
    return output != null && output.toString().endsWith(SVG_SUFFIX) ? Format.svg : Format.mermaid;
  }

  private void write(String drawing) {
    if (output == null) {
      terminal.results().print(drawing);
      return;
    }
    try {
      Files.writeString(output, drawing);
    } catch (IOException e) {
      throw new OpenedFolder.UnusablePath("\"%s\" cannot be written: %s".formatted(output, e));
    }
  }
}
