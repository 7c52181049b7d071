package dev.tapflow.sandbox;

/** The caller's line, which a fault may cut. */
@FunctionalInterface
interface Connection {

  /** Ends it without a word; returns when it is closed. */
  void cut();
}
