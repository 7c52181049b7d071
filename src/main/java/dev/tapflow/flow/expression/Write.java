package dev.tapflow.flow.expression;

import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Variable;

/** Something that a step writes. */
record Write(Variable variable, Value value) {

  /** What is written. */
  sealed interface Value {

    /** A value as the author has written it. */
    record Written(Text text) implements Value {}

    /** What an answer gives. */
    record Typed(FieldType type) implements Value {}
  }

  static Write of(Variable variable, Text text) {
    return new Write(variable, new Value.Written(text));
  }

  static Write of(Variable variable, FieldType type) {
    return new Write(variable, new Value.Typed(type));
  }
}
