package dev.tapflow.webhook;

import dev.tapflow.inbox.Acceptance;
import dev.tapflow.inbox.EventRecord;
import dev.tapflow.inbox.Inbox;
import dev.tapflow.message.Inbound;
import dev.tapflow.outbox.DeliveryStatus;
import dev.tapflow.outbox.DeliveryStatuses;
import dev.tapflow.webhook.WebhookSettings.Source;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes in what a door has read, and answers when all of it is durable. Messages from the channel's
 * one source are handled; the same messages from another source are kept for the record only.
 */
@Singleton
final class Intake {

  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final Duration LATER = Duration.ofSeconds(5);

  /** Senders give up waiting before this; a database that hangs must not collect requests. */
  private static final long PATIENCE_SECONDS = 20;

  private final Channels channels;
  private final Inbox inbox;
  private final EventRecord record;
  private final DeliveryStatuses statuses;

  Intake(Channels channels, Inbox inbox, EventRecord record, DeliveryStatuses statuses) {
    this.channels = channels;
    this.inbox = inbox;
    this.record = record;
    this.statuses = statuses;
  }

  /**
   * Answers when all is durable: 200 with an empty body, or 503. What was taken of a delivery that
   * is answered 503 is recognised when it comes again; only the unrouted is not, so it goes last.
   */
  CompletionStage<Response> take(Source source, Incoming incoming) {
    var byDoor =
        incoming.messages().stream()
            .collect(Collectors.partitioningBy(message -> isFrom(source, message)));
    var strangers = byDoor.getOrDefault(false, List.of());
    return accept(byDoor.getOrDefault(true, List.of()))
        .thenCompose(whereDurable(!strangers.isEmpty(), () -> keep(source, strangers)))
        .thenCompose(whereDurable(!incoming.statuses().isEmpty(), () -> apply(incoming.statuses())))
        .thenCompose(whereDurable(!incoming.unrouted().isEmpty(), () -> keep(incoming.unrouted())))
        .thenApply(Intake::response);
  }

  private static Response response(Acceptance answer) {
    return switch (answer) {
      case Acceptance.Durable durable -> Response.ok().build();
      case Acceptance.NotNow notNow -> Refusal.of(notNow);
    };
  }

  /** The next step, where there is something to do and nothing was refused so far. */
  private static Function<Acceptance, CompletionStage<Acceptance>> whereDurable(
      boolean hasWork, Supplier<CompletionStage<Acceptance>> step) {
    return soFar ->
        hasWork && soFar instanceof Acceptance.Durable
            ? step.get()
            : CompletableFuture.completedStage(soFar);
  }

  private boolean isFrom(Source source, Inbound message) {
    return channels.source(message.contact().channel()) == source;
  }

  private CompletionStage<Acceptance> accept(List<Inbound> messages) {
    return inbox
        .accept(messages)
        .toCompletableFuture()
        .copy()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(
            failure -> {
              LOG.errorf(failure, "The inbox did not answer for %d messages", messages.size());
              return later("The messages could not be stored in time");
            });
  }

  private CompletionStage<Acceptance> keep(Source source, List<Inbound> messages) {
    return aside(() -> record.keep(source.word(), messages));
  }

  private CompletionStage<Acceptance> keep(List<EventRecord.Unrouted> strays) {
    return aside(() -> record.keepUnrouted(strays));
  }

  /** What waits for the database must not do so on the thread that serves the network. */
  private static CompletionStage<Acceptance> aside(Supplier<Acceptance> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  private CompletionStage<Acceptance> apply(List<DeliveryStatus> batch) {
    return statuses
        .take(batch)
        .<Acceptance>thenApply(applied -> new Acceptance.Durable())
        .exceptionally(
            failure -> {
              LOG.errorf(failure, "%d delivery statuses were not applied", batch.size());
              return later("The statuses could not be stored");
            });
  }

  private static Acceptance later(String why) {
    return new Acceptance.NotNow(LATER, why);
  }
}
