package dev.tapflow.bench;

import dev.tapflow.bench.load.Customers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes many rows like one that the bot wrote itself, column for column. Indexes are taken off
 * meanwhile and made again, as a restored database's are.
 */
final class Filling {

  private static final List<String> TABLES_OF_A_CUSTOMER =
      List.of("contact", "conversation", "recipient");
  private static final String EVENTS = "inbound_event";
  private static final String NUMBER = "'+' || (%d + i)";
  private static final String KEY = "'main/+' || (%d + i)";

  private final Connection database;

  Filling(Connection database) {
    this.database = database;
  }

  /** A customer who waits for nothing but the next tap. */
  String sample() throws SQLException {
    return words(
            """
            SELECT c.contact_key FROM conversation c JOIN recipient r USING (contact_key)
            WHERE c.ended_at IS NULL AND r.owner IS NULL LIMIT 1
            """)
        .getFirst();
  }

  void customers(String sample, int count) throws SQLException {
    var number = NUMBER.formatted(Customers.FIRST_NUMBER);
    var key = KEY.formatted(Customers.FIRST_NUMBER);
    for (var table : TABLES_OF_A_CUSTOMER) {
      var values = Map.of("contact_key", key, "phone", number, "address", number);
      copy(table, values, "contact_key = '%s'".formatted(sample), count, "ON CONFLICT DO NOTHING");
      execute("VACUUM (ANALYZE) " + table);
    }
  }

  /**
   * Old events.
   *
   * <p>Their bodies are short: nothing reads them, and ten million whole ones would only fill the
   * disk. Their keys are as long as real ones.
   */
  void events(String sample, int contacts, int count) throws SQLException {
    var indexes = takeOffIndexes();
    var time = "now() - interval '20 days' * (1 - i / %d.0)".formatted(count);
    var values =
        Map.of(
            "contact_key",
            "'main/+' || (%d + i %% %d)".formatted(Customers.FIRST_NUMBER, contacts),
            "external_id",
            "'wamid.HBgNMzQ2MDAwMDAwMDAwORUCABIYFDNB' || lpad(i::text, 19, '0')",
            "occurred_at",
            time,
            "arrived_at",
            time,
            "payload",
            "'old'::bytea");
    copy(EVENTS, values, sampleEvent(sample), count, "");
    execute("SET maintenance_work_mem = '1GB'");
    for (var index : indexes) {
      execute(index);
    }
    execute("VACUUM (ANALYZE) " + EVENTS);
    execute("CHECKPOINT");
  }

  private static String sampleEvent(String sample) {
    return "ctid = (SELECT min(ctid) FROM %s WHERE contact_key = '%s')".formatted(EVENTS, sample);
  }

  private void copy(String table, Map<String, String> values, String sample, int count, String rest)
      throws SQLException {
    var columns = columns(table);
    execute(
        "INSERT INTO %s (%s) SELECT %s FROM (SELECT * FROM %s WHERE %s) s, generate_series(0, %d) i %s"
            .formatted(
                table,
                String.join(", ", columns),
                columns.stream()
                    .map(column -> values.getOrDefault(column, "s." + column))
                    .collect(Collectors.joining(", ")),
                table,
                sample,
                count - 1,
                rest));
  }

  private List<String> columns(String table) throws SQLException {
    return words(
        """
        SELECT quote_ident(column_name) FROM information_schema.columns
        WHERE table_name = '%s' AND is_identity = 'NO' AND is_generated = 'NEVER'
        """
            .formatted(table));
  }

  /** What makes them again. */
  private List<String> takeOffIndexes() throws SQLException {
    var making = new ArrayList<String>();
    making.addAll(
        words(
            """
            SELECT format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname,
                          pg_get_constraintdef(oid))
            FROM pg_constraint WHERE conrelid = '%s'::regclass AND contype = 'p'
            """
                .formatted(EVENTS)));
    making.addAll(
        words(
            """
            SELECT pg_get_indexdef(indexrelid) FROM pg_index
            WHERE indrelid = '%s'::regclass AND NOT indisprimary
            """
                .formatted(EVENTS)));
    for (var taking : words(TAKING_OFF.formatted(EVENTS, EVENTS))) {
      execute(taking);
    }
    return making;
  }

  private static final String TAKING_OFF =
      """
      SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname)
      FROM pg_constraint WHERE conrelid = '%s'::regclass AND contype = 'p'
      UNION ALL
      SELECT format('DROP INDEX %%s', indexrelid::regclass) FROM pg_index
      WHERE indrelid = '%s'::regclass AND NOT indisprimary
      """;

  private void execute(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> words(String sql) throws SQLException {
    try (var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }
}
