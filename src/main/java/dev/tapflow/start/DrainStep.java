package dev.tapflow.start;

/**
 * What a room finishes before Tapflow ends. A bean of this type in any room is asked once, after
 * those of earlier stages are done; meanwhile the web is still open, so that who waits for an
 * answer gets it.
 */
public interface DrainStep {

  /** When it is asked. */
  Stage stage();

  /**
   * Begins nothing new and finishes what is under way.
   *
   * @throws InterruptedException when there is no time for it
   */
  void drain(Drain drain) throws InterruptedException;

  /** In this order, since each may make work for the next. */
  enum Stage {
    /** What comes by itself. */
    TIMERS,
    /** What was taken in. */
    INBOX,
    /** What is being sent. */
    OUTBOX
  }
}
