package dev.tapflow.conversation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds rows to a multi-row statement, one array a column ({@code unnest(?::text[], …)}): one round
 * trip and one plan, however many rows a batch has.
 */
final class Columns<R> {

  private final PreparedStatement statement;
  private final List<R> rows;
  private int bound;

  Columns(PreparedStatement statement, List<R> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  Columns<R> text(Function<R, @Nullable String> column) throws SQLException {
    return bind("text", column);
  }

  Columns<R> optionalText(Function<R, Optional<String>> column) throws SQLException {
    return bind("text", row -> column.apply(row).orElse(null));
  }

  Columns<R> number(Function<R, @Nullable Long> column) throws SQLException {
    return bind("bigint", column);
  }

  Columns<R> flag(Function<R, Boolean> column) throws SQLException {
    return bind("boolean", column);
  }

  Columns<R> time(Function<R, Optional<Instant>> column) throws SQLException {
    return bind("timestamptz", row -> column.apply(row).map(Instant::toString).orElse(null));
  }

  private Columns<R> bind(String type, Function<R, ? extends @Nullable Object> column)
      throws SQLException {
    var values = rows.stream().map(column).toArray();
    statement.setArray(++bound, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
