package dev.tapflow.engine;

import dev.tapflow.flow.Bot;
import dev.tapflow.message.Purpose;

/** News that every conversation begins with, such as a strike, until it is over. */
final class News {

  private final Draft draft;

  News(Draft draft) {
    this.draft = draft;
  }

  /** Nothing where the window is closed: what begins there is a template of the flow's own. */
  void say() {
    draft
        .bot()
        .notice()
        .filter(this::isStillTrue)
        .filter(_ -> draft.customer().windowOpen(draft.now()))
        .map(Bot.Notice::say)
        .flatMap(new Rendering(draft)::words)
        .map(new Prompt(draft)::texts)
        .ifPresent(texts -> texts.forEach(text -> draft.send(text, Purpose.STATEMENT, 0)));
  }

  private boolean isStillTrue(Bot.Notice notice) {
    return notice.until().map(draft.now()::isBefore).orElse(true);
  }
}
