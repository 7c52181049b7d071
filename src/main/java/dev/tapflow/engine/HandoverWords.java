package dev.tapflow.engine;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Purpose;

/** The handover step's own words: all that the bot says while agents are asked for or have it. */
final class HandoverWords {

  private final Draft draft;
  private final long token;

  /**
   * @param token of the request they belong to; 0 where nobody was asked
   */
  HandoverWords(Draft draft, long token) {
    this.draft = draft;
    this.token = token;
  }

  void say(Text text) {
    new Rendering(draft)
        .words(text)
        .map(new Prompt(draft)::texts)
        .ifPresent(texts -> texts.forEach(it -> draft.send(it, Purpose.HANDOVER, token)));
  }

  /** The last word of an exit; the walk then goes where it leads. */
  void leave(Step.Handover.Leave leave, String exit, String reason) {
    leave.say().ifPresent(this::say);
    draft.moved(exit, leave.goTo(), reason);
  }
}
