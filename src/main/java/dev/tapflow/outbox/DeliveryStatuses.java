package dev.tapflow.outbox;

import java.util.List;

/** Takes delivery statuses; they change messages, never conversations, but for failures. */
public interface DeliveryStatuses {

  /**
   * Applies a batch in one transaction; duplicates and disorder are harmless. One whose message is
   * not known yet is kept for a day.
   *
   * @throws RuntimeException when nothing was committed, such as a lost database
   */
  void apply(List<DeliveryStatus> batch);
}
