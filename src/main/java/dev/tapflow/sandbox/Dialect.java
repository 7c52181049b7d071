package dev.tapflow.sandbox;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Which of Octopods' two sets of help pages its answers follow, where they disagree. */
@Singleton
final class Dialect implements Forgetful {

  /**
   * @param statusWords {@code LOWER}: the reference page's status document, {@code UPPER}: the
   *     guide's
   * @param templateChannelId whether a template's 201 gives the {@code channel_message_id}, too
   */
  record Order(@Nullable StatusWords statusWords, @Nullable Boolean templateChannelId) {}

  enum StatusWords {
    LOWER,
    UPPER
  }

  private volatile StatusWords statusWords = StatusWords.LOWER;
  private volatile boolean templateChannelId = true;

  void change(Order order) {
    if (order.statusWords() != null) {
      statusWords = order.statusWords();
    }
    if (order.templateChannelId() != null) {
      templateChannelId = order.templateChannelId();
    }
  }

  Order order() {
    return new Order(statusWords, templateChannelId);
  }

  StatusWords statusWords() {
    return statusWords;
  }

  boolean givesTemplateChannelId() {
    return templateChannelId;
  }

  @Override
  public void forget() {
    statusWords = StatusWords.LOWER;
    templateChannelId = true;
  }
}
