package dev.tapflow.bench;

import java.sql.SQLException;
import java.util.List;

/**
 * How often each statement was executed, {@code BEGIN} and {@code COMMIT} included, by PostgreSQL's
 * own {@code pg_stat_statements}. It is loaded for such rounds only.
 */
final class StatementCounts {

  /** What the server must be started with. */
  static final List<String> SETTINGS = List.of("shared_preload_libraries=pg_stat_statements");

  private static final String OURS =
      """
      FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
      WHERE d.datname = current_database() AND s.query NOT LIKE '%pg_stat_statements%'
      """;

  private StatementCounts() {}

  /** Counts from here, in the stand's database. */
  static void begin(Stand stand) throws SQLException {
    try (var connection = stand.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      statement.execute("SELECT pg_stat_statements_reset()");
    }
  }

  /** Executions since {@link #begin}. */
  static long executed(Stand stand) throws SQLException {
    try (var connection = stand.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT coalesce(sum(s.calls), 0) " + OURS)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The statements that took most time, since {@link #begin}, each by a message. */
  static void print(Stand stand) throws SQLException {
    var messages = stand.load().counted().answered();
    try (var connection = stand.connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT s.calls, s.rows, s.total_exec_time, s.query "
                    + OURS
                    + " ORDER BY s.total_exec_time DESC LIMIT 25")) {
      Print.line(
          "executions, rows and microseconds in PostgreSQL, each a message, warm-up included:");
      while (row.next()) {
        Print.line(
            "%8.4f %8.3f %8.2f  %s",
            (double) row.getLong(1) / messages,
            (double) row.getLong(2) / messages,
            row.getDouble(3) * 1e3 / messages,
            beginning(row.getString(4)));
      }
    }
    Print.line("executions a message: %.3f", (double) executed(stand) / messages);
  }

  private static String beginning(String query) {
    var line = query.replaceAll("\\s+", " ");
    return line.substring(0, Math.min(110, line.length()));
  }
}
