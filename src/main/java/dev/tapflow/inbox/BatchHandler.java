package dev.tapflow.inbox;

import dev.tapflow.message.Inbound;
import java.util.List;

/**
 * What the inbox does with a batch: one database transaction that stores the events and all they
 * lead to. Implemented by the conversation room.
 */
public interface BatchHandler {

  /**
   * Handles a batch whole. When this returns, all of it is committed; events that could not be
   * handled are set aside with their error.
   *
   * @throws RuntimeException when nothing was committed, such as a lost database
   */
  void handle(List<Inbound> batch);
}
