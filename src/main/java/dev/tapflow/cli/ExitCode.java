package dev.tapflow.cli;

/** What a command tells the shell. */
final class ExitCode {

  /** All is well. */
  static final int FINE = 0;

  /** The flows have errors, or a test failed. */
  static final int WRONG = 1;

  /** The command was not used as it is meant, or a file cannot be read or written. */
  static final int MISUSE = 2;

  private ExitCode() {}
}
