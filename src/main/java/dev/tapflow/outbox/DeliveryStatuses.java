package dev.tapflow.outbox;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes delivery statuses; they change messages, never conversations, but for failures. */
public interface DeliveryStatuses {

  /**
   * Applies what one delivery told; duplicates and disorder are harmless. One whose message is not
   * known yet is kept for a day. Deliveries that come at the same time share a transaction.
   *
   * @return completed when all of it is committed; failed when nothing was, such as by a lost
   *     database
   */
  CompletionStage<Void> take(List<DeliveryStatus> statuses);
}
