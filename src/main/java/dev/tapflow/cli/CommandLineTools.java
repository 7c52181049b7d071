package dev.tapflow.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The words behind the program's name. */
@Command(
    name = "tapflow",
    description = "Menu-driven WhatsApp conversations. Without a command the server starts.",
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class,
    versionProvider = CommandLineTools.Version.class)
public final class CommandLineTools implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private CommandLineTools() {}

  /**
   * Runs the command that the arguments name. Results go to the standard output, everything else to
   * the error stream.
   *
   * @return the process's exit code: 0 when all went well, 1 where flows have errors or a test
   *     failed, 2 for a misuse, which is explained on the error stream
   */
  public static int run(String... arguments) {
    return run(Terminal.ofProcess(), arguments);
  }

  static int run(Terminal terminal, String... arguments) {
    return commands(terminal).execute(arguments);
  }

  private static CommandLine commands(Terminal terminal) {
    return new CommandLine(new CommandLineTools())
        .addSubcommand(new LintCommand(terminal))
        .addSubcommand(new TestCommand(terminal))
        .addSubcommand(new GraphCommand(terminal))
        .addSubcommand(new SchemaCommand(terminal))
        .setOut(new PrintWriter(terminal.results(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.notes(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler((e, _) -> misused(e))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(terminal, e));
  }

  /** What was wrong, what was perhaps meant, and what can be said instead. */
  private static int misused(ParameterException misuse) {
    var command = misuse.getCommandLine();
    command.getErr().println(command.getColorScheme().errorText(misuse.getMessage()));
    UnmatchedArgumentException.printSuggestions(misuse, command.getErr());
    command.usage(command.getErr());
    return ExitCode.MISUSE;
  }

  private static int explain(Terminal terminal, Exception e) throws Exception {
    if (e instanceof OpenedFolder.UnusablePath unusable) {
      terminal.notes().println("tapflow: " + unusable.getMessage());
      return ExitCode.MISUSE;
    }
    throw e;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Expected a command");
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      var version = CommandLineTools.class.getPackage().getImplementationVersion();
      return new String[] {"tapflow " + Objects.requireNonNullElse(version, "(development)")};
    }
  }
}
