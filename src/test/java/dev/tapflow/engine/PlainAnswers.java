package dev.tapflow.engine;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import java.util.Optional;

/** Reads answers as plainly as can be. */
final class PlainAnswers {

  private PlainAnswers() {}

  static Optional<Object> read(AnswerType type, String typed, AnswerReader.Custom custom) {
    return switch (type) {
      case TEXT, EMAIL, PHONE, DATE, TIME -> Optional.of(typed);
      case LOCATION, IMAGE, DOCUMENT, CONTACT -> Optional.empty();
      case INTEGER ->
          typed.matches("-?\\d{1,9}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
      case NUMBER ->
          typed.matches("-?\\d{1,9}(\\.\\d+)?")
              ? Optional.of(Double.valueOf(typed))
              : Optional.empty();
    };
  }
}
