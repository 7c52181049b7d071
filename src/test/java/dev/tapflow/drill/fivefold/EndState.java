package dev.tapflow.drill.fivefold;

import dev.tapflow.drill.wire.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the database holds of a customer in the end, without the number, surrogate ids, and times of
 * our clocks. Times that follow from the customer's messages stay. Up to which message a silence
 * reached depends on whether two messages of one body met in one batch, and nothing on it any more;
 * how often a slow vendor was asked is its own doing.
 */
final class EndState {

  private static final String TIME =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d[0-9:.]*(Z|[+-]\\d\\d:\\d\\d)";

  private static final List<String> ROWS =
      List.of(
          """
          SELECT 'contact ' || (to_jsonb(t) - '{created_at}'::text[])::text
            || ' wrote ' || coalesce(extract(epoch FROM last_inbound_at)::bigint::text, 'never')
            || ' closes ' || coalesce(extract(epoch FROM window_closes_at)::bigint::text, 'closed')
          FROM contact t WHERE contact_key = ?
          """,
          """
          SELECT 'conversation ' || (to_jsonb(t) - '{revision}'::text[])::text
          FROM conversation t WHERE contact_key = ? ORDER BY ordinal
          """,
          """
          SELECT 'transition ' || (to_jsonb(t) - '{id}'::text[])::text
          FROM transition t WHERE contact_key = ? ORDER BY id
          """,
          """
          SELECT 'message ' || (to_jsonb(t) - '{message_id,channel_message_id,attempts,begun_at,unclear_since}'::text[])::text
            || ' at ' || coalesce(extract(epoch FROM delivery_at)::bigint::text, 'never')
          FROM outbox_message t WHERE contact_key = ? ORDER BY sequence
          """,
          """
          SELECT 'recipient ' || (to_jsonb(t) - '{bucket_full_at,silent_since}'::text[])::text
          FROM recipient t WHERE contact_key = ?
          """,
          """
          SELECT 'event ' || external_id || ' ' || kind || ' ' || state
            || ' of ' || extract(epoch FROM occurred_at)::bigint
          FROM inbound_event WHERE contact_key = ? AND external_id LIKE 'wamid%' ORDER BY external_id
          """,
          """
          SELECT 'our event ' || external_id || ' ' || kind || ' ' || state
          FROM inbound_event WHERE contact_key = ? AND external_id LIKE 'outbox:%'
          ORDER BY external_id
          """);

  /** Nobody sends, nothing waits. */
  private static final String UNREST =
      """
      SELECT (SELECT count(*) FROM outbox_message
              WHERE contact_key LIKE ? AND state IN ('queued', 'begun', 'unclear'))
        + (SELECT count(*) FROM owed_event WHERE contact_key LIKE ?)
        + (SELECT count(*) FROM http_call WHERE contact_key LIKE ?)
        + (SELECT count(*) FROM recipient
           WHERE contact_key LIKE ? AND (owner IS NOT NULL OR due_at IS NOT NULL))
      """;

  private EndState() {}

  static List<String> of(Table table, Group group, int customer) {
    return ROWS.stream()
        .flatMap(sql -> table.strings(sql, group.contactKey(customer)).stream())
        .map(row -> row.replace(group.number(customer), "<number>"))
        .map(row -> row.replaceAll(TIME, "<time>"))
        .toList();
  }

  /** How much is still under way for a group. */
  static long unrest(Table table, Group group) {
    var keys = Stream.generate(group::allKeys).limit(4).toArray(String[]::new);
    return table.number(UNREST, keys);
  }
}
