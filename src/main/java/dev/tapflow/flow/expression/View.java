package dev.tapflow.flow.expression;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Role;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression sees at its place beside the names that all see.
 *
 * @param secrets {@code secret.*}
 * @param answer the body of a service's answer, {@code response.*}
 * @param item the name of one element of a list
 * @param asked the type of {@code input.value}, where it is known
 */
record View(boolean secrets, boolean answer, Optional<String> item, Optional<AnswerType> asked) {

  /** Nothing more. */
  static final View PLAIN = new View(false, false, Optional.empty(), Optional.empty());

  static View of(Occurrence occurrence, Optional<AnswerType> asked) {
    return new View(
        occurrence.role() == Role.CALL_INSERTION,
        occurrence.role() == Role.ANSWER_INSERTION,
        occurrence.item(),
        asked);
  }

  /** Without what an expression that begins its names with these cannot look at. */
  View narrowed(Set<String> roots) {
    return new View(
        secrets && roots.contains("secret"),
        answer && roots.contains("response"),
        item.filter(roots::contains),
        asked.filter(_ -> roots.contains("input")));
  }

  /** The answer of any type: what runs must take it at every place where the source stands. */
  View unasked() {
    return new View(secrets, answer, item, Optional.empty());
  }
}
