package dev.tapflow.flow.yaml;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A file goes beyond what is read of YAML. Thrown deep in a tree, made a finding at its top. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Mark mark;

  Refused(String code, String message, Event event) {
    super(message);
    this.code = code;
    this.mark =
        event.getStartMark().orElseThrow(() -> new IllegalStateException("Marks are switched on"));
  }

  String code() {
    return code;
  }

  Mark mark() {
    return mark;
  }
}
