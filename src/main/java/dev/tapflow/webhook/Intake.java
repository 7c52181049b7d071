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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * Blocks until all is durable: 200 with an empty body, or 503. What was taken of a delivery that
   * is answered 503 is recognised when it comes again; only the unrouted is not, so it goes last.
   */
  Response take(Source source, Incoming incoming) {
    var byDoor =
        incoming.messages().stream()
            .collect(Collectors.partitioningBy(message -> isFrom(source, message)));
    var steps =
        Stream.<Supplier<Acceptance>>of(
            () -> accept(byDoor.getOrDefault(true, List.of())),
            () -> record.keep(source.word(), byDoor.getOrDefault(false, List.of())),
            () -> apply(incoming.statuses()),
            () -> record.keepUnrouted(incoming.unrouted()));
    return steps
        .map(Supplier::get)
        .<Response>mapMulti(
            (answer, refused) -> {
              if (answer instanceof Acceptance.NotNow notNow) {
                refused.accept(Refusal.of(notNow));
              }
            })
        .findFirst()
        .orElseGet(() -> Response.ok().build());
  }

  private boolean isFrom(Source source, Inbound message) {
    return channels.source(message.contact().channel()) == source;
  }

  private Acceptance accept(List<Inbound> messages) {
    try {
      return inbox.accept(messages).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.errorf(e, "The inbox did not answer for %d messages", messages.size());
      return later("The messages could not be stored in time");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return later("The server is stopping");
    }
  }

  private Acceptance apply(List<DeliveryStatus> batch) {
    if (batch.isEmpty()) {
      return new Acceptance.Durable();
    }
    try {
      statuses.apply(batch);
      return new Acceptance.Durable();
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "%d delivery statuses were not applied", batch.size());
      return later("The statuses could not be stored");
    }
  }

  private static Acceptance later(String why) {
    return new Acceptance.NotNow(LATER, why);
  }
}
