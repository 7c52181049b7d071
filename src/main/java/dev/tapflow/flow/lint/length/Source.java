package dev.tapflow.flow.lint.length;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Text;

/** One thing that a variable is set to. */
sealed interface Source {

  record Known(Term term) implements Source {}

  record Computed(Text text) implements Source {}

  static Source open() {
    return new Known(Term.OPEN);
  }

  static Term ofType(FieldType type) {
    return switch (type) {
      case TEXT -> Term.text(Length.TYPED);
      case NUMBER, INTEGER -> Term.NUMBER;
      case BOOLEAN -> Term.TRUTH;
      case DATE, TIME, DATETIME -> Term.TIME;
      case LIST, MAP, ANY -> Term.OPEN;
    };
  }

  static Term ofAnswer(AnswerType type) {
    return switch (type) {
      case TEXT, EMAIL -> Term.text(Length.TYPED);
      case NUMBER, INTEGER -> Term.NUMBER;
      // E.164: a plus and at most 15 digits
      case PHONE -> Term.text(Length.exactly(16));
      case DATE, TIME -> Term.TIME;
      case LOCATION, IMAGE, DOCUMENT, CONTACT -> Term.OPEN;
    };
  }
}
