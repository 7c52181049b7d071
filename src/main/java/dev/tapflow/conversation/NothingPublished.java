package dev.tapflow.conversation;

/**
 * There are no flows to run yet: what comes now must come again later, like with a lost database.
 */
final class NothingPublished extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NothingPublished() {
    super("No flows are published yet");
  }
}
