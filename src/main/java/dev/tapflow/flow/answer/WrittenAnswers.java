package dev.tapflow.flow.answer;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads typed answers, each type as people write it in their language. */
public final class WrittenAnswers implements AnswerReader {

  @Override
  public Optional<Object> read(AnswerType type, String typed, Custom custom) {
    return switch (type) {
      case LOCATION, IMAGE, DOCUMENT, CONTACT -> Optional.empty();
      case EMAIL -> WrittenEmail.read(trimmed(typed)).map(address -> address);
      case PHONE -> WrittenPhone.read(trimmed(typed), custom.phone()).map(number -> number);
      case DATE -> WrittenDate.read(trimmed(typed), custom).map(day -> day);
      case TIME -> WrittenTime.read(trimmed(typed), custom.locale()).map(time -> time);
      case TEXT -> Optional.<Object>of(trimmed(typed)).filter(text -> !text.equals(""));
      case NUMBER ->
          WrittenNumber.read(typed, custom.locale(), false)
              .map(BigDecimal::doubleValue)
              .filter(Double::isFinite)
              .map(number -> number);
      case INTEGER ->
          WrittenNumber.read(typed, custom.locale(), true)
              .flatMap(WrittenAnswers::whole)
              .map(whole -> whole);
    };
  }

  /** Without the spaces of any script around it, and marks that cannot be seen. */
  private static String trimmed(String typed) {
    int from = 0;
    int to = typed.length();
    while (from < to && isSpace(typed.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(typed.charAt(to - 1))) {
      to--;
    }
    return typed.substring(from, to);
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200B'
        || character == '\uFEFF';
  }

  private static Optional<Long> whole(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
