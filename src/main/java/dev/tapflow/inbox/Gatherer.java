package dev.tapflow.inbox;

import dev.tapflow.message.Inbound;
import dev.tapflow.start.Drain;
import dev.tapflow.start.DrainStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Gathers events into batches. It makes the durable way the fast way: one transaction for all that
 * arrived while the last one was committed.
 */
@ApplicationScoped
class Gatherer implements Inbox, DrainStep {

  private static final Logger LOG = Logger.getLogger(Gatherer.class);
  private static final Duration WHEN_FULL = Duration.ofSeconds(2);
  private static final Duration WHEN_FAILED = Duration.ofSeconds(5);

  private final BatchHandler handler;
  private final InboxMeters meters;
  private final List<Shard> shards;
  private final Backlog backlog;
  private boolean open = true;

  Gatherer(BatchHandler handler, InboxSettings settings, InboxMeters meters) {
    this.handler = handler;
    this.meters = meters;
    this.shards =
        IntStream.range(0, settings.shards())
            .mapToObj(number -> new Shard("inbox-" + number, settings.queue(), this::commit))
            .toList();
    this.backlog = new Backlog(settings.bytes().asLongValue());
    meters.watchQueue(this, Gatherer::waiting, backlog::bytes);
    shards.forEach(Shard::start);
  }

  @Override
  public CompletionStage<Acceptance> accept(List<Inbound> events) {
    if (events.isEmpty()) {
      return CompletableFuture.completedStage(new Acceptance.Durable());
    }
    var size = Backlog.sizeOf(events);
    if (!backlog.take(size)) {
      return full(events);
    }
    var delivery = new Delivery(events.size());
    var answer = put(events, delivery) ? delivery.answer() : full(events);
    return answer.whenComplete((_, _) -> backlog.giveBack(size));
  }

  private CompletionStage<Acceptance> full(List<Inbound> events) {
    meters.notNow(events.size());
    return CompletableFuture.completedStage(
        new Acceptance.NotNow(WHEN_FULL, "The inbox is full or closing; nothing was taken"));
  }

  private int waiting() {
    return shards.stream().mapToInt(Shard::waiting).sum();
  }

  /** All or nothing, under one lock, so that a delivery is never half taken. */
  private synchronized boolean put(List<Inbound> events, Delivery delivery) {
    if (events.size() == 1) {
      return putOne(events.getFirst(), delivery);
    }
    var parts = events.stream().collect(Collectors.groupingBy(this::shardOf));
    if (!open || !parts.entrySet().stream().allMatch(e -> e.getKey().fits(e.getValue().size()))) {
      return false;
    }
    parts.forEach((shard, part) -> part.forEach(event -> shard.put(event, delivery)));
    return true;
  }

  /** What nearly every delivery is. */
  private boolean putOne(Inbound event, Delivery delivery) {
    var shard = shardOf(event);
    if (!open || !shard.fits(1)) {
      return false;
    }
    shard.put(event, delivery);
    return true;
  }

  private Shard shardOf(Inbound event) {
    return shards.get(Math.floorMod(event.contact().hashCode(), shards.size()));
  }

  private Acceptance commit(List<Inbound> batch) {
    try {
      handler.handle(batch);
      meters.accepted(batch.size());
      return new Acceptance.Durable();
    } catch (RuntimeException | Error failure) {
      // an Error too: the writer must live on, or its contacts would never be heard again
      LOG.errorf(failure, "A batch of %d events was not committed", batch.size());
      meters.notNow(batch.size());
      return new Acceptance.NotNow(WHEN_FAILED, "The events could not be stored");
    }
  }

  /** Handles what was taken in, so that every sender still gets its answer. */
  @Override
  public void drain(Drain drain) throws InterruptedException {
    closeShards();
    for (var shard : shards) {
      shard.awaitEnd(drain.timeLeft());
    }
    drain.left(waiting(), "events in the inbox");
  }

  @Override
  public Stage stage() {
    return Stage.INBOX;
  }

  private synchronized void closeShards() {
    if (open) {
      open = false;
      shards.forEach(Shard::close);
    }
  }
}
