package dev.tapflow.flow;

import java.util.Optional;

/**
 * What an answer must fulfil, and what is said when it does not (else the text of {@code wrong}).
 */
public sealed interface Check {

  /** The whole answer must match this RE2 pattern. */
  record Matches(String pattern, Optional<Text> say) implements Check {}

  /** This must hold, with the parsed answer in {@code input.value}. */
  record Holds(Expression condition, Optional<Text> say) implements Check {}

  Optional<Text> say();
}
