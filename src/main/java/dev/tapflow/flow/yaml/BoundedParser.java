package dev.tapflow.flow.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Stops a document that is nested too deeply or repeats itself too often, while it is read. */
final class BoundedParser implements Parser {

  private final Parser parser;
  private int depth;
  private int aliases;
  private int documents;

  BoundedParser(Parser parser) {
    this.parser = parser;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    var event = parser.next();
    count(event);
    return event;
  }

  private void count(Event event) {
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> depth++;
      case MappingEnd, SequenceEnd -> depth--;
      case Alias -> aliases++;
      case DocumentStart -> documents++;
      case Comment, DocumentEnd, Scalar, StreamStart, StreamEnd -> {}
    }
    if (depth > Bounds.DEPTH) {
      throw new Exceeded("too-deep", "nested more than " + Bounds.DEPTH + " deep", event);
    }
    if (aliases > Bounds.ALIASES) {
      throw new Exceeded("too-many-aliases", "more than " + Bounds.ALIASES + " aliases", event);
    }
    if (documents > 1) {
      throw new Exceeded(
          "too-many-documents", "a second document (\"---\"); one file holds one", event);
    }
  }

  /** A bound was reached; caught where the document is composed. */
  static final class Exceeded extends YamlEngineException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Optional<Mark> mark;

    Exceeded(String code, String message, Event event) {
      super(message);
      this.code = code;
      this.mark = event.getStartMark();
    }

    String code() {
      return code;
    }

    Optional<Mark> mark() {
      return mark;
    }
  }
}
