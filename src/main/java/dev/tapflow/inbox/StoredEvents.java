package dev.tapflow.inbox;

import dev.tapflow.database.Answer;
import dev.tapflow.database.Database;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.Inbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Decides what of a batch is new, too old or only to be kept; {@link EventTable} writes it. */
@ApplicationScoped
class StoredEvents implements InboundEvents {

  private final EventTable table;
  private final SetAsideTable setAside;
  private final BusinessClock clock;
  private final RetentionSettings retention;
  private final InboxMeters meters;
  private final Database database;

  StoredEvents(
      EventTable table,
      SetAsideTable setAside,
      BusinessClock clock,
      RetentionSettings retention,
      InboxMeters meters,
      Database database) {
    this.database = database;
    this.table = table;
    this.setAside = setAside;
    this.clock = clock;
    this.retention = retention;
    this.meters = meters;
  }

  @Override
  public Answer<List<Inbound>> insertNew(RoundTrip trip, List<Inbound> sorted) {
    var oldestKept = clock.now().minus(retention.events());
    var rows = firstOfEachKey(sorted.stream().map(event -> rowOf(event, oldestKept)).toList());
    return table
        .insert(trip, rows)
        .map(inserted -> toHandle(sorted.size(), rows, Set.copyOf(inserted)));
  }

  private List<Inbound> toHandle(int arrived, List<EventRow> rows, Set<EventRow.Key> inserted) {
    var fresh = rows.stream().filter(row -> inserted.contains(row.key())).toList();
    var toHandle = fresh.stream().filter(row -> row.state() == EventRow.State.HANDLED).toList();
    meters.duplicates(arrived - fresh.size());
    meters.tooOld(fresh.size() - toHandle.size());
    return toHandle.stream().map(EventRow::event).toList();
  }

  @Override
  public void setAside(List<SetAside> failed) {
    var byKey = new TreeMap<EventRow.Key, SetAside>();
    failed.forEach(one -> byKey.put(EventRow.Key.of(one.event()), one));
    var sorted = List.copyOf(byKey.values());
    table.setAside(sorted);
    if (!sorted.isEmpty()) {
      setAside.keep(sorted);
    }
    meters.setAside(byKey.size());
  }

  /** Keeps events that are not to be handled, within the caller's transaction. */
  void insertRecorded(List<Inbound> events) {
    var trip = database.trip();
    var rows =
        firstOfEachKey(
            events.stream()
                .map(event -> new EventRow(event, EventRow.State.RECORDED))
                .sorted(EventRow.KEY_ORDER)
                .toList());
    var inserted = table.insert(trip, rows);
    trip.send();
    meters.recorded(inserted.get().size());
  }

  private static EventRow rowOf(Inbound event, Instant oldestKept) {
    var tooOld = EventKind.isTooOld(event, oldestKept);
    return new EventRow(event, tooOld ? EventRow.State.TOO_OLD : EventRow.State.HANDLED);
  }

  /** A delivery may name one message twice; the database would keep either of them. */
  private static List<EventRow> firstOfEachKey(List<EventRow> rows) {
    var byKey = new LinkedHashMap<EventRow.Key, EventRow>();
    rows.forEach(row -> byKey.putIfAbsent(row.key(), row));
    return List.copyOf(byKey.values());
  }
}
