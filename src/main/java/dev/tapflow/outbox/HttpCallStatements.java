package dev.tapflow.outbox;

import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpCall;
import dev.tapflow.outbox.Outbox.Call;
import dev.tapflow.outbox.call.ServiceCalls;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The table {@code http_call}: put by turns, taken by replicas, gone with the answer. Each row is
 * claimed for itself; no order holds between calls, nor between calls and messages.
 */
@Singleton
final class HttpCallStatements {

  /** New rows only. */
  private static final String PUT =
      """
      INSERT INTO http_call (contact_key, token, service, call, repeatable, overdue_at)
      SELECT c.contact_key, c.token, c.service, c.call::json, c.repeatable,
        now() + make_interval(secs => c.overdue_seconds)
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::boolean[], ?::bigint[])
        AS c(contact_key, token, service, call, repeatable, overdue_seconds)
      """;

  /** By http_call_due; one that another replica takes is skipped. */
  private static final String TAKE_DUE =
      """
      WITH due AS (
        SELECT contact_key, id FROM http_call
        WHERE owner IS NULL AND due_at <= now() AND NOT service = ANY (?::text[])
        ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
      )
      UPDATE http_call c SET owner = ?, lease_until = now() + make_interval(secs => ?)
      FROM due WHERE c.contact_key = due.contact_key AND c.id = due.id
      RETURNING c.contact_key, c.id, c.call, c.attempts, c.owner,
        extract(epoch FROM c.overdue_at - now())::bigint AS left_seconds
      """;

  private static final String BEGIN =
      """
      UPDATE http_call
      SET state = 'begun', attempts = ?, lease_until = now() + make_interval(secs => ?)
      WHERE contact_key = ? AND id = ? AND owner = ? AND lease_until > now()
      """;

  private static final String GIVE_BACK =
      """
      UPDATE http_call
      SET owner = NULL, lease_until = NULL, due_at = now(), state = 'queued', attempts = ?
      WHERE contact_key = ? AND id = ? AND owner = ?
      """;

  /** The answer is owed by the statement that ends the call, so that no crash comes in between. */
  private static final String SETTLE =
      """
      WITH settled AS (
        DELETE FROM http_call WHERE contact_key = ? AND id = ? AND owner = ?
        RETURNING contact_key, id, token
      )
      INSERT INTO owed_event (contact_key, external_id, kind, purposes, token, occurred_at, answer)
      SELECT contact_key, 'http/' || id, 'http_answered', '{}', token, ?, ?::json FROM settled
      ON CONFLICT DO NOTHING
      """;

  /** Locks in key order first, as every statement of several contacts does. By the primary key. */
  private static final String RENEW =
      """
      WITH locked AS MATERIALIZED (
        SELECT c.contact_key, c.id
        FROM http_call c
        JOIN unnest(?::text[], ?::bigint[], ?::text[]) AS w(contact_key, id, owner)
          ON w.contact_key = c.contact_key AND w.id = c.id
        WHERE c.owner = w.owner AND c.lease_until > now()
        ORDER BY c.contact_key, c.id FOR UPDATE OF c
      )
      UPDATE http_call c SET lease_until = now() + make_interval(secs => ?)
      FROM locked WHERE c.contact_key = locked.contact_key AND c.id = locked.id
      """;

  /**
   * Calls whose replica is gone: what may have left and must not leave twice is unclear for good,
   * the rest is due again. By http_call_lease.
   */
  private static final String TAKE_LOST =
      """
      WITH lost AS (
        SELECT contact_key, id, state = 'begun' AND NOT repeatable AS is_unclear FROM http_call
        WHERE owner IS NOT NULL AND lease_until < now()
        ORDER BY lease_until LIMIT ? FOR UPDATE SKIP LOCKED
      ), unclear AS (
        DELETE FROM http_call c USING lost
        WHERE lost.is_unclear AND c.contact_key = lost.contact_key AND c.id = lost.id
        RETURNING c.contact_key, c.id, c.token
      ), owed AS (
        INSERT INTO owed_event
          (contact_key, external_id, kind, purposes, token, occurred_at, answer)
        SELECT contact_key, 'http/' || id, 'http_answered', '{}', token, ?, ?::json FROM unclear
        ON CONFLICT DO NOTHING
      ), due AS (
        UPDATE http_call c
        SET owner = NULL, lease_until = NULL, due_at = now(), state = 'queued'
        FROM lost WHERE NOT lost.is_unclear AND c.contact_key = lost.contact_key AND c.id = lost.id
      )
      SELECT contact_key FROM unclear
      """;

  private final Database database;
  private final Duration leaseTime;

  HttpCallStatements(Database database, OutboxSettings settings) {
    this.database = database;
    this.leaseTime = settings.lease();
  }

  /** A call and for whom it is made. */
  record Put(ContactKey contact, Call call) {
    HttpCall http() {
      return call.call();
    }
  }

  /** Writes calls in the caller's transaction. */
  void put(List<Put> puts) {
    if (puts.isEmpty()) {
      return;
    }
    database.update(
        PUT,
        Column.texts(puts.stream().map(put -> put.contact().text()).toList()),
        Column.numbers(puts.stream().map(put -> put.call().token()).toList()),
        Column.texts(puts.stream().map(put -> ServiceCalls.serviceOf(put.http())).toList()),
        Column.texts(puts.stream().map(put -> CallJson.write(put.http())).toList()),
        Column.flags(puts.stream().map(put -> put.http().isRepeatable()).toList()),
        Column.numbers(puts.stream().map(put -> put.http().beginsWithin().toSeconds()).toList()));
  }

  /** Takes calls that wait, the longest due first, but none to these services. */
  List<PendingCall> takeDue(List<String> except, int most, String lease) {
    return database.query(
        TAKE_DUE, HttpCallStatements::read, Column.texts(except), most, lease, leaseTime);
  }

  private static PendingCall read(ResultSet row) throws SQLException {
    return new PendingCall(
        ContactKey.parse(row.getString("contact_key")),
        row.getLong("id"),
        CallJson.readCall(row.getString("call")),
        row.getInt("attempts"),
        row.getString("owner"),
        Duration.ofSeconds(row.getLong("left_seconds")));
  }

  /** Writes down that an attempt leaves; false where the lease is lost. */
  boolean begin(PendingCall call, int attempts) {
    return database.update(
            BEGIN, attempts, leaseTime, call.contact().text(), call.id(), call.lease())
        == 1;
  }

  /** Lets another replica, or a later time, go on with it. */
  void giveBack(PendingCall call, int attempts) {
    database.update(GIVE_BACK, attempts, call.contact().text(), call.id(), call.lease());
  }

  /**
   * Ends a call; false where somebody else did.
   *
   * @param at business time
   */
  boolean settle(PendingCall call, HttpAnswer answer, Instant at) {
    return database.update(
            SETTLE, call.contact().text(), call.id(), call.lease(), at, CallJson.write(answer))
        == 1;
  }

  /** Renews leases that still hold; one that ran out stays lost. */
  void renew(List<PendingCall> calls) {
    if (calls.isEmpty()) {
      return;
    }
    database.update(
        RENEW,
        Column.texts(calls.stream().map(call -> call.contact().text()).toList()),
        Column.numbers(calls.stream().map(PendingCall::id).toList()),
        Column.texts(calls.stream().map(PendingCall::lease).toList()),
        leaseTime);
  }

  /** Frees calls whose lease ran out; the contacts that are owed an answer for it. */
  List<ContactKey> takeLost(int most, HttpAnswer unclear, Instant at) {
    return database.query(
        TAKE_LOST,
        row -> ContactKey.parse(row.getString("contact_key")),
        most,
        at,
        CallJson.write(unclear));
  }
}
