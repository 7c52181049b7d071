package dev.tapflow.drill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the replicas' database holds, read behind their backs. */
final class Books {

  private static final String QUEUED =
      """
      SELECT 'message ' || state || ' of ' || contact_key FROM outbox_message
      WHERE state IN ('queued', 'begun', 'unclear')
      UNION ALL SELECT 'owed event of ' || contact_key FROM owed_event
      UNION ALL SELECT 'lease or due time of ' || contact_key FROM recipient
      WHERE owner IS NOT NULL OR due_at IS NOT NULL
      """;

  private static final String MESSAGES =
      """
      SELECT split_part(contact_key, '/', 2), message ->> 'body', settled_at FROM outbox_message
      ORDER BY contact_key, sequence
      """;

  private static final String HANDLED =
      "SELECT split_part(contact_key, '/', 2), external_id FROM inbound_event"
          + " WHERE state = 'handled'";

  private static final String TAPS =
      """
      SELECT split_part(contact_key, '/', 2), count(*) FROM transition
      WHERE step = 'one_more' GROUP BY 1
      """;

  private static final String ORDER =
      """
      SELECT count(*) FROM (
        SELECT occurred_at < lag(occurred_at) OVER (PARTITION BY contact_key ORDER BY id) AS back
        FROM transition) moves
      WHERE back
      """;

  private final PostgreSql postgres;
  private final String database;

  Books(PostgreSql postgres, String database) {
    this.postgres = postgres;
    this.database = database;
  }

  /** A message that the bot put; {@code settledAt} is empty while it waits. */
  record Put(Message message, Optional<Instant> settledAt) {}

  /** What still waits for something, in words. */
  List<String> unfinished() throws SQLException {
    return query(QUEUED, row -> row.getString(1));
  }

  /** Each phone's messages in the order in which they were put. */
  List<Put> messages() throws SQLException {
    return query(
        MESSAGES,
        row ->
            new Put(
                new Message(row.getString(1), row.getString(2)),
                Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)));
  }

  /** Ids of the events that were handled; each once, by the key of its table. */
  List<String> handled() throws SQLException {
    return query(HANDLED, row -> row.getString(2));
  }

  /** How many taps changed each conversation, by phone. */
  Map<String, Long> taps() throws SQLException {
    return query(TAPS, row -> Map.entry(row.getString(1), row.getLong(2))).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Transitions that are older than the one before them. */
  long transitionsOutOfOrder() throws SQLException {
    return query(ORDER, row -> row.getLong(1)).getFirst();
  }

  void execute(String sql) throws SQLException {
    try (var connection = postgres.connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, Reading<T> reading) throws SQLException {
    try (var connection = postgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<T>();
      while (rows.next()) {
        all.add(reading.of(rows));
      }
      return all;
    }
  }

  static <T> Map<T, Long> counted(List<T> all) {
    return all.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
