package dev.tapflow;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the program begins. */
@QuarkusMain
public final class Tapflow {

  private Tapflow() {}

  /** Starts the server. */
  public static void main(String... arguments) {
    Quarkus.run(arguments);
  }
}
