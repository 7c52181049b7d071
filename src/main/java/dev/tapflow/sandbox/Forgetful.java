package dev.tapflow.sandbox;

/** Whatever holds state that {@code POST /sandbox/control/reset} takes back to the beginning. */
interface Forgetful {

  void forget();
}
