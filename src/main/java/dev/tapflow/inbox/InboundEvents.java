package dev.tapflow.inbox;

import dev.tapflow.database.Answer;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.message.Inbound;
import java.util.List;

/** The record of all that came in, for the transaction of a batch. */
public interface InboundEvents {

  /**
   * Stores those events that are not known yet, within the caller's transaction.
   *
   * @param trip the round trip that the statement is added to
   * @param sorted in contact key order, then external id
   * @return the events that were new, once the trip was made
   */
  Answer<List<Inbound>> insertNew(RoundTrip trip, List<Inbound> sorted);

  /** Marks stored events as set aside, within the caller's transaction. */
  void setAside(List<SetAside> failed);

  /** An event that could not be handled, and why. */
  record SetAside(Inbound event, String error) {}
}
