package dev.tapflow.inbox;

import dev.tapflow.message.Inbound;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes the record, one transaction a call; a lost database is an answer, not an exception. */
@ApplicationScoped
class CommittedRecord implements EventRecord {

  private static final Logger LOG = Logger.getLogger(CommittedRecord.class);
  private static final Duration WHEN_FAILED = Duration.ofSeconds(5);

  private final StoredEvents events;
  private final UnroutedTable unrouted;
  private final InboxMeters meters;

  CommittedRecord(StoredEvents events, UnroutedTable unrouted, InboxMeters meters) {
    this.events = events;
    this.unrouted = unrouted;
    this.meters = meters;
  }

  @Override
  public Acceptance keep(String source, List<Inbound> messages) {
    var marked = messages.stream().map(message -> marked(source, message)).toList();
    return committed(messages.size(), () -> events.insertRecorded(marked));
  }

  @Override
  public Acceptance keepUnrouted(List<Unrouted> strays) {
    var answer = committed(strays.size(), () -> unrouted.insert(strays));
    if (answer instanceof Acceptance.Durable) {
      meters.unrouted(strays.size());
    }
    return answer;
  }

  private static Inbound marked(String source, Inbound message) {
    return new Inbound(
        message.contact(),
        source + ":" + message.externalId(),
        message.occurredAt(),
        message.event(),
        message.raw());
  }

  private Acceptance committed(int size, Runnable work) {
    if (size == 0) {
      return new Acceptance.Durable();
    }
    try {
      QuarkusTransaction.requiringNew().run(work);
      return new Acceptance.Durable();
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "%d events were not kept", size);
      meters.notNow(size);
      return new Acceptance.NotNow(WHEN_FAILED, "The events could not be stored");
    }
  }
}
