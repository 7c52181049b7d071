package dev.tapflow.conversation;

import dev.tapflow.flow.Release;
import dev.tapflow.message.ReplyId;
import dev.tapflow.outbox.Outbox.TextButton;

/** The button under a plain text, as a release's {@code bot.yaml} has it. */
final class TextButtons {

  private static final String DEFAULT_TITLE = "Menu";

  private TextButtons() {}

  static TextButton of(Release release) {
    var title =
        release
            .bot()
            .textButton()
            .flatMap(button -> button.title().asLiteral())
            .orElse(DEFAULT_TITLE);
    return new TextButton(new ReplyId.TextButton(release.id()).text(), title);
  }
}
