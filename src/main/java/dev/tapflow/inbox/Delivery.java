package dev.tapflow.inbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The events of one {@link Inbox#accept} call: answered together, when the last of them is. */
final class Delivery {

  private final AtomicInteger open;
  private final AtomicReference<Acceptance.@Nullable NotNow> failure = new AtomicReference<>();
  private final CompletableFuture<Acceptance> answer = new CompletableFuture<>();

  Delivery(int events) {
    open = new AtomicInteger(events);
  }

  CompletionStage<Acceptance> answer() {
    return answer;
  }

  /** One of its events was answered. One that failed fails them all: the sender repeats all. */
  void settle(Acceptance acceptance) {
    if (acceptance instanceof Acceptance.NotNow notNow) {
      failure.set(notNow);
    }
    if (open.decrementAndGet() == 0) {
      var failed = failure.get();
      answer.complete(failed == null ? new Acceptance.Durable() : failed);
    }
  }
}
