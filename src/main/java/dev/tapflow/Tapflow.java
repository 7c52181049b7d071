package dev.tapflow;

import dev.tapflow.cli.CommandLineTools;
import dev.tapflow.start.StartFailure;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;

/**
 * Where the program begins. Without a word it is the server; with one it is a command, for which
 * neither a server nor a database is started.
 */
@QuarkusMain
public final class Tapflow {

  private Tapflow() {}

  /** Runs a command and exits with its code, or starts the server and stays. */
  public static void main(String... arguments) {
    if (arguments.length > 0) {
      System.exit(CommandLineTools.run(arguments));
    }
    if (isProduction()) {
      Quarkus.run(null, Tapflow::end);
    } else {
      // Dev mode outlives an application that does not start, and one that it starts anew.
      Quarkus.run();
    }
  }

  /** Told by who loads the classes: the launch mode is not set before the application begins. */
  private static boolean isProduction() {
    return ClassLoader.getSystemClassLoader().equals(Tapflow.class.getClassLoader());
  }

  private static void end(int exitCode, @Nullable Throwable failure) {
    if (failure != null) {
      System.err.println(StartFailure.explain(failure));
    }
    System.exit(exitCode);
  }
}
