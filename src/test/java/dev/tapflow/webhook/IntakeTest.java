package dev.tapflow.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.inbox.Acceptance;
import dev.tapflow.inbox.EventRecord;
import dev.tapflow.inbox.Inbox;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import dev.tapflow.outbox.DeliveryStatus;
import dev.tapflow.outbox.DeliveryStatuses;
import dev.tapflow.webhook.WebhookSettings.Source;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final Acceptance DURABLE = new Acceptance.Durable();
  private static final Acceptance NOT_NOW =
      new Acceptance.NotNow(Duration.ofSeconds(3), "The database is away");
  private static final Incoming INCOMING =
      new Incoming(
          List.of(message("main"), message("relay")),
          List.of(
              new DeliveryStatus(
                  "wamid.1", DeliveryStatus.Rank.SENT, Instant.EPOCH, Optional.empty())),
          List.of(new EventRecord.Unrouted("meta/main", "errors", new byte[0])));

  private final List<String> done = new ArrayList<>();
  private Acceptance inboxAnswer = DURABLE;
  private Acceptance recordAnswer = DURABLE;
  private boolean statusesFail;

  @Test
  void handlesWhatCameFromTheChannelsSourceAndKeepsTheRest() {
    // When
    var response = take();

    // Then
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.hasEntity()).isFalse();
    assertThat(done).containsExactly("handle main", "keep meta relay", "apply 1", "unrouted 1");
  }

  @Test
  void asksForAllOfItAgainWhenTheInboxCannotTakeIt() {
    // Given
    inboxAnswer = NOT_NOW;

    // When
    var response = take();

    // Then
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("3");
    assertThat(done).containsExactly("handle main");
  }

  @Test
  void asksAgainWhenTheRecordCannotBeWritten() {
    // Given
    recordAnswer = NOT_NOW;

    // Then
    assertThat(take().getStatus()).isEqualTo(503);
  }

  @Test
  void asksAgainWhenStatusesCannotBeApplied() {
    // Given
    statusesFail = true;

    // When
    var response = take();

    // Then
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(done).doesNotContain("unrouted 1");
  }

  private Response take() {
    return intake().take(Source.META, INCOMING).toCompletableFuture().join();
  }

  private Intake intake() {
    Inbox inbox =
        events -> {
          events.forEach(event -> done.add("handle " + event.contact().channel()));
          return CompletableFuture.completedStage(inboxAnswer);
        };
    DeliveryStatuses statuses =
        batch -> {
          if (statusesFail) {
            return CompletableFuture.failedStage(new IllegalStateException("no database"));
          }
          done.add("apply " + batch.size());
          return CompletableFuture.completedStage(null);
        };
    var channels =
        new TestChannels()
            .with("main")
            .with("relay", Optional.empty(), Optional.of("x"), Optional.of("x"), Source.REPLIES);
    return new Intake(channels.channels(), inbox, new FakeRecord(), statuses);
  }

  private static Inbound message(String channel) {
    return new Inbound(
        new ContactKey(channel, "+34600000001"),
        "1",
        Instant.EPOCH,
        new Event.TimerFired(1),
        new byte[0]);
  }

  private final class FakeRecord implements EventRecord {

    @Override
    public Acceptance keep(String source, List<Inbound> events) {
      events.forEach(event -> done.add("keep " + source + " " + event.contact().channel()));
      return recordAnswer;
    }

    @Override
    public Acceptance keepUnrouted(List<Unrouted> events) {
      done.add("unrouted " + events.size());
      return recordAnswer;
    }
  }
}
