package dev.tapflow.flow;

/**
 * Something the author of a flow should know, at the place they would change.
 *
 * @param code stable, such as {@code unknown-step}
 * @param line the text of the line it stands in
 */
public record Finding(Severity severity, String code, Place place, String message, String line) {

  /** An error keeps a folder from being published. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
