package dev.tapflow.outbox;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.outbox.Database.Column;
import dev.tapflow.outbox.Outbox.Permit;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a turn writes: permits and messages of a whole batch, two statements in all. */
@Singleton
final class PutStatements {

  /**
   * Inserts in key order, so that each row is locked in key order, as every other transaction of
   * several contacts does. By the primary key.
   *
   * <p>The lease is taken where nobody has it and nothing waits for a later time. What a silent bot
   * had queued before is superseded; the words of the turn that asks for the agent are not.
   */
  private static final String PERMIT =
      """
      INSERT INTO recipient AS r (contact_key, channel, address, window_closes_at, opted_out, silent,
          last_sequence, owner, lease_until)
      SELECT p.contact_key, p.channel, p.address, p.window_closes_at, p.opted_out, p.silent,
          p.messages,
          CASE WHEN p.messages > 0 THEN ?::text END,
          CASE WHEN p.messages > 0 THEN now() + make_interval(secs => ?) END
      FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::boolean[], ?::boolean[],
          ?::bigint[]) AS p(contact_key, channel, address, window_closes_at, opted_out, silent,
          messages)
      ORDER BY p.contact_key COLLATE "C"
      ON CONFLICT (contact_key) DO UPDATE SET
        address = excluded.address,
        window_closes_at = excluded.window_closes_at,
        -- a turn that has not heard of the closed window yet must not open it again
        window_refused = CASE WHEN r.window_refused = excluded.window_closes_at
          THEN r.window_refused END,
        opted_out = excluded.opted_out,
        silent = excluded.silent,
        silent_since = CASE
          WHEN excluded.silent AND r.silent THEN r.last_sequence + excluded.last_sequence
          WHEN excluded.silent THEN r.last_sequence
          ELSE r.silent_since END,
        last_sequence = r.last_sequence + excluded.last_sequence,
        owner = CASE WHEN r.owner IS NULL AND excluded.owner IS NOT NULL
            AND (r.due_at IS NULL OR r.due_at <= now())
          THEN excluded.owner ELSE r.owner END,
        lease_until = CASE WHEN r.owner IS NULL AND excluded.owner IS NOT NULL
            AND (r.due_at IS NULL OR r.due_at <= now())
          THEN excluded.lease_until ELSE r.lease_until END
      RETURNING r.contact_key, r.last_sequence, r.owner
      """;

  /** New rows only; nothing else can hold their keys, since the recipients are locked. */
  private static final String MESSAGES =
      """
      INSERT INTO outbox_message (contact_key, sequence, purpose, token, message, free, put_at)
      SELECT m.contact_key, m.sequence, m.purpose, m.token, m.message::jsonb, m.free, ?
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::boolean[])
        AS m(contact_key, sequence, purpose, token, message, free)
      """;

  private final Database database;

  PutStatements(Database database) {
    this.database = database;
  }

  /** A permit and what is to be sent under it. */
  record Put(Permit permit, List<Outgoing> messages) {}

  /** Where a contact's numbering stands now, and who may send to it. */
  record Permitted(ContactKey contact, long lastSequence, String owner) {}

  /** Writes a batch and answers the contacts whose lease was taken under this name. */
  List<ContactKey> put(List<Put> puts, String lease, Duration leaseTime, Instant businessNow) {
    var permitted = permit(puts, lease, leaseTime);
    insert(puts, permitted, businessNow);
    return puts.stream()
        .map(put -> put.permit().contact())
        .filter(contact -> permitted(permitted, contact).owner().equals(lease))
        .toList();
  }

  private Map<ContactKey, Permitted> permit(List<Put> puts, String lease, Duration leaseTime) {
    var permits = puts.stream().map(Put::permit).toList();
    var rows =
        database.query(
            PERMIT,
            row ->
                new Permitted(
                    ContactKey.parse(row.getString("contact_key")),
                    row.getLong("last_sequence"),
                    row.getString("owner") == null ? "" : row.getString("owner")),
            lease,
            leaseTime,
            Column.texts(permits.stream().map(it -> it.contact().text()).toList()),
            Column.texts(permits.stream().map(it -> it.contact().channel()).toList()),
            Column.maybeTexts(
                permits.stream().map(it -> it.address().map(PhoneNumber::e164)).toList()),
            Column.times(permits.stream().map(Permit::windowClosesAt).toList()),
            Column.flags(permits.stream().map(Permit::optedOut).toList()),
            Column.flags(permits.stream().map(Permit::silent).toList()),
            Column.numbers(puts.stream().map(put -> (long) put.messages().size()).toList()));
    var byContact = new HashMap<ContactKey, Permitted>();
    rows.forEach(row -> byContact.put(row.contact(), row));
    return byContact;
  }

  private void insert(List<Put> puts, Map<ContactKey, Permitted> permitted, Instant businessNow) {
    var contacts = new ArrayList<String>();
    var sequences = new ArrayList<Long>();
    var messages = new ArrayList<Outgoing>();
    for (var put : puts) {
      var contact = put.permit().contact();
      var sequence = permitted(permitted, contact).lastSequence() - put.messages().size();
      for (var message : put.messages()) {
        contacts.add(contact.text());
        sequences.add(++sequence);
        messages.add(message);
      }
    }
    if (!messages.isEmpty()) {
      insert(contacts, sequences, messages, businessNow);
    }
  }

  private void insert(
      List<String> contacts, List<Long> sequences, List<Outgoing> messages, Instant businessNow) {
    database.update(
        MESSAGES,
        businessNow,
        Column.texts(contacts),
        Column.numbers(sequences),
        Column.texts(messages.stream().map(it -> it.purpose().name()).toList()),
        Column.numbers(messages.stream().map(Outgoing::token).toList()),
        Column.texts(messages.stream().map(it -> OutboundJson.write(it.message())).toList()),
        Column.flags(messages.stream().map(it -> it.message().isFree()).toList()));
  }

  private static Permitted permitted(Map<ContactKey, Permitted> permitted, ContactKey contact) {
    var row = permitted.get(contact);
    if (row == null) {
      throw new IllegalStateException("Expected a permit for " + contact + ", but got none");
    }
    return row;
  }
}
