package dev.tapflow.flow;

/** What an {@code ask} asks for. */
public enum AnswerType {
  TEXT,
  /** A decimal number; a CEL double. */
  NUMBER,
  /** A whole number; a CEL int. */
  INTEGER
}
