package dev.tapflow.flow.expression;

/**
 * Something wrong with an expression, wherever it is written.
 *
 * @param offset code points from the start of the source
 */
record Flaw(int offset, String code, String message) {

  static final String SYNTAX = "expression-syntax";
  static final String TYPE = "expression-type";
  static final String BOUND = "expression-too-large";
  static final String VARIABLE = "unknown-variable";
  static final String SECRET = "secret-not-allowed";
  static final String NAME = "bad-name";
  static final String FUNCTION = "unknown-function";
  static final String PATTERN = "bad-pattern";
}
