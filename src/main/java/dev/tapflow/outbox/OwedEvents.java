package dev.tapflow.outbox;

import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.inbox.Acceptance;
import dev.tapflow.inbox.Inbox;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import dev.tapflow.message.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Tells conversations what became of their messages and calls. The statement that changed the
 * message or ended the call wrote the event down; it is deleted only when the inbox has it for
 * good, so that a crash in between tells it again, under the same id, which the inbox knows.
 */
@ApplicationScoped
class OwedEvents {

  private static final Logger LOG = Logger.getLogger(OwedEvents.class);
  private static final int MOST = 200;
  private static final byte[] NOTHING = {};

  /** By the primary key. */
  private static final String OF_CONTACT = "SELECT * FROM owed_event WHERE contact_key = ?";

  /** Those that the sender could not tell itself; by owed_event_since. */
  private static final String LEFT_OVER =
      """
      SELECT * FROM owed_event WHERE owed_since < now() - interval '3 seconds'
      ORDER BY owed_since LIMIT ?
      """;

  private static final String FORGET =
      """
      DELETE FROM owed_event o USING unnest(?::text[], ?::text[]) AS t(contact_key, external_id)
      WHERE o.contact_key = t.contact_key AND o.external_id = t.external_id
      """;

  private final Database database;
  private final Inbox inbox;

  OwedEvents(Database database, Inbox inbox) {
    this.database = database;
    this.inbox = inbox;
  }

  /** Tells what a contact is owed; it does not wait for the answer. */
  void tell(ContactKey contact) {
    tell(database.query(OF_CONTACT, OwedEvents::read, contact.text()));
  }

  /** Tells what was left over after a crash, or while the inbox was closed. */
  void tellLeftOver() {
    tell(database.query(LEFT_OVER, OwedEvents::read, MOST));
  }

  private void tell(List<Inbound> events) {
    if (events.isEmpty()) {
      return;
    }
    inbox
        .accept(events)
        .whenComplete(
            (answer, failure) -> {
              switch (answer) {
                case Acceptance.Durable durable -> Thread.ofVirtual().start(() -> forget(events));
                case Acceptance.NotNow later -> LOG.debugf("Told later: %s", later.why());
                case null -> LOG.warnf(failure, "%d events are told later", events.size());
              }
            });
  }

  private void forget(List<Inbound> events) {
    database.update(
        FORGET,
        Column.texts(events.stream().map(event -> event.contact().text()).toList()),
        Column.texts(events.stream().map(Inbound::externalId).toList()));
  }

  private static Inbound read(ResultSet row) throws SQLException {
    return new Inbound(
        ContactKey.parse(row.getString("contact_key")),
        row.getString("external_id"),
        Database.time(row, "occurred_at").orElseThrow(),
        event(row),
        NOTHING);
  }

  private static Event event(ResultSet row) throws SQLException {
    var purposes =
        Stream.of((String[]) row.getArray("purposes").getArray()).map(Purpose::valueOf).toList();
    var token = row.getLong("token");
    return switch (row.getString("kind")) {
      case "window_closed" -> new Event.WindowClosed(purposes, row.getBoolean("by_channel"));
      case "http_answered" ->
          new Event.HttpAnswered(token, CallJson.readAnswer(row.getString("answer")));
      default -> new Event.Undelivered(purposes.getFirst(), token, row.getString("why"));
    };
  }
}
