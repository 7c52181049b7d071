package dev.tapflow.cli;

import dev.tapflow.flow.yaml.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schemas by which editors complete and explain. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of a kind of file, for editors that complete by one.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      defaultValue = "flow",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Kind kind = Kind.flow;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Writes all of them there instead: flow.schema.json, bot.schema.json, …")
  private @Nullable Path folder;

  private final Terminal terminal;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The kinds of files; the names are what is typed. */
  enum Kind {
    flow,
    bot,
    translation,
    test
  }

  @Override
  public Integer call() {
    if (folder == null) {
      terminal.results().print(schema(kind));
    } else {
      writeAll(folder);
    }
    return ExitCode.FINE;
  }

  private void writeAll(Path to) {
    try {
      Files.createDirectories(to);
      for (var one : Kind.values()) {
        Files.writeString(to.resolve(one + ".schema.json"), schema(one));
      }
    } catch (IOException e) {
      throw new OpenedFolder.UnusablePath("\"%s\" cannot be written: %s".formatted(to, e));
    }
  }

  private static String schema(Kind kind) {
    return switch (kind) {
      case flow -> JsonSchemas.flow();
      case bot -> JsonSchemas.bot();
      case translation -> JsonSchemas.translation();
      case test -> JsonSchemas.test();
    };
  }
}
