package dev.tapflow.cli;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The words behind the program's name. */
@Command(
    name = "tapflow",
    description = "Menu-driven WhatsApp conversations. Without a command the server starts.",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineTools.Version.class)
public final class CommandLineTools implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private CommandLineTools() {}

  /**
   * Runs the command that the arguments name.
   *
   * @return the process's exit code: 0 when all went well, 2 for a misuse, which is explained on
   *     the error stream
   */
  public static int run(String... arguments) {
    return new CommandLine(new CommandLineTools()).execute(arguments);
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
