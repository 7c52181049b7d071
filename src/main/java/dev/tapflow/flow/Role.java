package dev.tapflow.flow;

/** What an expression is for: it decides what the expression may see and must give. */
public enum Role {
  /** An {@code if}: must be true or false. */
  CONDITION,
  /** Inside {@code ${…}}: any value that can be written. */
  INSERTION,
  /** An {@code if} of a {@code check}: true or false, with the answer in {@code input.value}. */
  CHECK_CONDITION,
  /** Inside {@code ${…}} of a call's header or body: {@code secret.*} too. */
  CALL_INSERTION,
  /** Inside {@code ${…}} of what is saved of an answer: all of {@code response.*}. */
  ANSWER_INSERTION,
  /** A bare {@code each}: must be a list. */
  LIST
}
