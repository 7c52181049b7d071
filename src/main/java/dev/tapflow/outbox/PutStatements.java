package dev.tapflow.outbox;

import dev.tapflow.database.Answer;
import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.outbox.Outbox.Permit;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
      FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::boolean[],
          ?::boolean[], ?::bigint[]) AS p(contact_key, channel, address, window_closes_at, opted_out, silent,
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
      RETURNING r.contact_key, r.last_sequence, r.owner, r.address, r.opted_out, r.silent_since,
        r.bucket_full_at,
        CASE WHEN r.window_refused IS DISTINCT FROM r.window_closes_at
          THEN r.window_closes_at END AS window_closes_at,
        r.due_at IS NULL AS was_empty
      """;

  /**
   * New rows only; nothing else can hold their keys, since the recipients are locked. They are
   * numbered backwards from the last one, which the statement before has counted up.
   */
  private static final String MESSAGES =
      """
      INSERT INTO outbox_message (contact_key, sequence, purpose, token, message, free, put_at)
      SELECT m.contact_key,
        (SELECT last_sequence FROM recipient r WHERE r.contact_key = m.contact_key) - m.followers,
        m.purpose, m.token, m.message::jsonb, m.free, ?
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::boolean[])
        AS m(contact_key, followers, purpose, token, message, free)
      """;

  /** A permit and what is to be sent under it. */
  record Put(Permit permit, List<Outgoing> messages) {}

  /**
   * A contact's row after the turn.
   *
   * @param owner who may send to it
   * @param wasEmpty nothing waited for it when its lease was free
   */
  record Permitted(
      ContactKey contact,
      long lastSequence,
      Optional<String> owner,
      Optional<PhoneNumber> address,
      boolean optedOut,
      long silentSince,
      Optional<Instant> bucketFullAt,
      Optional<Instant> windowClosesAt,
      boolean wasEmpty) {

    /** The claim of whoever took the lease of a contact for which nothing had waited. */
    Claim claim(Put put, String lease, Instant putAt) {
      var first = put.messages().getFirst();
      return new Claim(
          contact,
          lease,
          address,
          windowClosesAt,
          optedOut,
          silentSince,
          bucketFullAt,
          new Claim.Head(
              lastSequence - put.messages().size() + 1,
              first.purpose(),
              first.token(),
              first.message(),
              MessageState.QUEUED,
              0,
              putAt));
    }
  }

  /** Writes a batch; the answers are the contacts' rows after it. */
  Answer<List<Permitted>> put(
      RoundTrip trip, List<Put> puts, String lease, Duration leaseTime, Instant businessNow) {
    var permitted = permit(trip, puts, lease, leaseTime);
    var numbered = puts.stream().flatMap(PutStatements::numbered).toList();
    if (!numbered.isEmpty()) {
      insert(trip, numbered, businessNow);
    }
    return permitted;
  }

  private static Answer<List<Permitted>> permit(
      RoundTrip trip, List<Put> puts, String lease, Duration leaseTime) {
    var permits = puts.stream().map(Put::permit).toList();
    return trip.query(
        PERMIT,
        PutStatements::permitted,
        lease,
        leaseTime,
        Column.texts(permits, permit -> permit.contact().text()),
        Column.texts(permits, permit -> permit.contact().channel()),
        Column.maybeTexts(permits, permit -> permit.address().map(PhoneNumber::e164)),
        Column.maybeTimes(permits, Permit::windowClosesAt),
        Column.flags(permits, Permit::optedOut),
        Column.flags(permits, Permit::silent),
        Column.numbers(puts, put -> put.messages().size()));
  }

  private static Permitted permitted(ResultSet row) throws SQLException {
    return new Permitted(
        ContactKey.parse(row.getString("contact_key")),
        row.getLong("last_sequence"),
        Optional.ofNullable(row.getString("owner")),
        Optional.ofNullable(row.getString("address")).map(PhoneNumber::new),
        row.getBoolean("opted_out"),
        row.getLong("silent_since"),
        Database.time(row, "bucket_full_at"),
        Database.time(row, "window_closes_at"),
        row.getBoolean("was_empty"));
  }

  /** A message and how many of the same turn follow it. */
  private record Numbered(ContactKey contact, int followers, Outgoing message) {}

  private static Stream<Numbered> numbered(Put put) {
    var count = put.messages().size();
    return IntStream.range(0, count)
        .mapToObj(
            index ->
                new Numbered(put.permit().contact(), count - 1 - index, put.messages().get(index)));
  }

  private static void insert(RoundTrip trip, List<Numbered> rows, Instant businessNow) {
    trip.update(
        MESSAGES,
        businessNow,
        Column.texts(rows, row -> row.contact().text()),
        Column.numbers(rows, Numbered::followers),
        Column.texts(rows, row -> row.message().purpose().name()),
        Column.numbers(rows, row -> row.message().token()),
        Column.texts(rows, row -> OutboundJson.write(row.message().message())),
        Column.flags(rows, row -> row.message().message().isFree()));
  }
}
