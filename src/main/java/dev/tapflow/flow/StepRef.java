package dev.tapflow.flow;

/**
 * The address of a step: {@code flow#step}. Waiting customers, jumps, tests and the funnel hold it.
 */
public record StepRef(String flow, String step) {

  /** The form authors write, {@code support#main_menu}. */
  public String text() {
    return flow + "#" + step;
  }
}
