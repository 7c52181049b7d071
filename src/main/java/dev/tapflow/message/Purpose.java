package dev.tapflow.message;

/** What a message that leaves is for; the gate decides by it while the message waits. */
public enum Purpose {
  /** Says something and asks nothing. */
  STATEMENT,
  /** Puts the pending question, first or again. */
  QUESTION,
  /** Reminds of the pending question. */
  REMINDER,
  /** The handover's own words; the only ones that go out while an agent is asked for. */
  HANDOVER,
  /** Confirms an opt-out or opt-in; the only one that goes to an opted-out customer. */
  CONFIRMATION,
  /** The template that asks the customer back when the window has closed. */
  REOPENING
}
