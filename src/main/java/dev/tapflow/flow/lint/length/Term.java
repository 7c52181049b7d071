package dev.tapflow.flow.lint.length;

/**
 * A value of an expression, as far as its length goes.
 *
 * @param isNumber true where {@code +} adds it to another number
 */
record Term(Length length, boolean isNumber) {

  static final Term OPEN = text(Length.OPEN);
  static final Term NUMBER = new Term(Length.NUMBER, true);
  static final Term TRUTH = text(Length.TRUTH);
  static final Term TIME = text(Length.TIME);

  static Term text(Length length) {
    return new Term(length, false);
  }

  Term or(Term other) {
    return new Term(length.or(other.length), isNumber && other.isNumber);
  }

  Term plus(Term other) {
    return isNumber && other.isNumber ? NUMBER : text(length.and(other.length));
  }
}
