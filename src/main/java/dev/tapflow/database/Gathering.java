package dev.tapflow.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does together what is asked for one by one: a batch is what was added while the last one was
 * under way. Nobody waits for a batch to fill, and a lone item goes at once.
 *
 * @param <I> what is asked for
 * @param <O> what comes of it
 */
public final class Gathering<I, O extends @Nullable Object> {

  private final int most;
  private final Function<List<I>, List<O>> work;
  private final BlockingQueue<Waiting<I, O>> queue = new LinkedBlockingQueue<>();
  private final Thread worker;

  /**
   * An idle one.
   *
   * @param name of its thread
   * @param most items in a batch
   * @param work answers for each item, in their order; what it throws, each of them gets
   */
  public Gathering(String name, int most, Function<List<I>, List<O>> work) {
    this.most = most;
    this.work = work;
    this.worker = Thread.ofPlatform().name(name).daemon().unstarted(this::workUntilClosed);
  }

  /** Without an item: the end. */
  private record Waiting<I, O extends @Nullable Object>(
      @Nullable I item, CompletableFuture<O> answer) {}

  /** Begins to work. */
  public void start() {
    worker.start();
  }

  /** Adds an item; the answer comes on the thread that works. */
  public CompletableFuture<O> add(I item) {
    var waiting = new Waiting<I, O>(item, new CompletableFuture<>());
    queue.add(waiting);
    return waiting.answer();
  }

  /** Ends when what waits is done; nothing may be added any more. */
  public void close() {
    queue.add(new Waiting<>(null, new CompletableFuture<>()));
  }

  /** How many wait. */
  public int size() {
    return queue.size();
  }

  /** Waits for the end, after {@link #close}. */
  public void awaitEnd(Duration atMost) throws InterruptedException {
    worker.join(atMost);
  }

  private void workUntilClosed() {
    var open = true;
    while (open) {
      var batch = next();
      open = batch.stream().allMatch(waiting -> waiting.item() != null);
      batch.removeIf(waiting -> waiting.item() == null);
      if (!batch.isEmpty()) {
        handle(batch);
      }
    }
  }

  private List<Waiting<I, O>> next() {
    var batch = new ArrayList<Waiting<I, O>>(most);
    while (batch.isEmpty()) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException _) {
        // only close() ends this thread: whoever waits must be answered
      }
    }
    queue.drainTo(batch, most - 1);
    return batch;
  }

  @SuppressWarnings("NullAway") // those without an item are out
  private void handle(List<Waiting<I, O>> batch) {
    try {
      var answers = work.apply(batch.stream().map(Waiting::item).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException | Error failure) {
      // an Error too: the thread must live on
      batch.forEach(waiting -> waiting.answer().completeExceptionally(failure));
    }
  }
}
