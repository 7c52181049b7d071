package dev.tapflow.inbox;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Inbound;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What could not be handled, for whoever looks after it: each is put back into the inbox, or
 * dismissed. An event that is put back is a new one whose id names the old one, so that it takes
 * the ordinary way, and once, however often it is put back; the old id stays known.
 */
@ApplicationScoped
public class SetAsideEvents {

  private static final int PREVIEW_BYTES = 2000;

  private final SetAsideTable table;
  private final Inbox inbox;

  SetAsideEvents(SetAsideTable table, Inbox inbox) {
    this.table = table;
    this.inbox = inbox;
  }

  /** Names an event. */
  public record Id(ContactKey contact, String externalId) {}

  /** A place in the list: that of an entry. */
  public record Place(Instant at, Id id) {}

  /**
   * An event that was set aside.
   *
   * @param kind such as {@code message.text}
   * @param occurredAt business time as the sender told it
   * @param setAsideAt machine time
   * @param payload the beginning of what came; empty for our own events
   */
  public record Entry(
      Id id, String kind, Instant occurredAt, Instant setAsideAt, String error, String payload) {

    /** Masked: payloads name people. */
    @Override
    public String toString() {
      return "Entry[%s, %s, %s]".formatted(id.contact(), kind, setAsideAt);
    }
  }

  /** How putting back ended. */
  public sealed interface PutBack {

    /** These are in their conversations now, or set aside anew. */
    record Taken(List<Id> ids) implements PutBack {}

    /** None is: the inbox takes nothing now. */
    record NotNow(Acceptance.NotNow answer) implements PutBack {}
  }

  /** The newest first. */
  public List<Entry> newest(Optional<ContactKey> contact, Optional<Place> before, int most) {
    return table.newest(contact, before, most, PREVIEW_BYTES);
  }

  /** How many there are. */
  public long count() {
    return table.count();
  }

  /** Handles them again; waits until that is durable. */
  public PutBack putBack(List<Id> ids) {
    var again = table.whole(ids).stream().map(Again::of).toList();
    return switch (inbox.accept(again).toCompletableFuture().join()) {
      case Acceptance.Durable durable -> new PutBack.Taken(end(ids, "returned"));
      case Acceptance.NotNow notNow -> new PutBack.NotNow(notNow);
    };
  }

  /** Gives them up; those that were set aside until now. */
  public List<Id> dismiss(List<Id> ids) {
    return end(ids, "dismissed");
  }

  private List<Id> end(List<Id> ids, String state) {
    return QuarkusTransaction.requiringNew().call(() -> table.end(ids, state));
  }

  /** The next attempt at an event. */
  static final class Again {

    private static final String MARK = "again/";

    private Again() {}

    static Inbound of(Inbound failed) {
      return new Inbound(
          failed.contact(),
          idAfter(failed.externalId()),
          failed.occurredAt(),
          failed.event(),
          failed.raw());
    }

    /** {@code again/1/x} after {@code x}, and {@code again/2/x} after that. */
    static String idAfter(String externalId) {
      var parts = externalId.split("/", 3);
      return externalId.startsWith(MARK) && parts.length == 3
          ? MARK + (Long.parseLong(parts[1]) + 1) + "/" + parts[2]
          : MARK + "1/" + externalId;
    }
  }
}
