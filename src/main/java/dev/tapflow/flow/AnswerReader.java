package dev.tapflow.flow;

import java.util.Locale;
import java.util.Optional;

/** Reads what people type as the value that was asked for. */
public interface AnswerReader {

  /** The value (text, Double, Long); empty where the text is no such value. */
  Optional<Object> read(AnswerType type, String typed, Locale locale);
}
