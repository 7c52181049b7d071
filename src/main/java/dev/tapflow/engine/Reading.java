package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Text;
import java.util.Optional;

/** What a message is to the pending question. */
sealed interface Reading {

  /** It chooses an option; how, in words such as "typed 2". */
  record Chosen(Question.ByOption question, MenuCard.Row row, String how) implements Reading {}

  /** It asks for more of a long list. */
  record Turned(String how) implements Reading {}

  /**
   * It gives a value.
   *
   * @param open true where any text at all would have been taken
   */
  record Given(Object value, String how, boolean open) implements Reading {}

  /**
   * It is no answer.
   *
   * @param say what the failed check says instead of the question's {@code wrong}
   */
  record Unfit(Optional<Text> say, String why) implements Reading {}
}
