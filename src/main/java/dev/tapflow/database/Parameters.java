package dev.tapflow.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts values in the place of question marks, in the order in which they stand. */
final class Parameters {

  private final Connection connection;
  private final PreparedStatement statement;
  private int index;

  Parameters(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  void bind(@Nullable Object... values) throws SQLException {
    for (var value : values) {
      index++;
      bindNext(value);
    }
  }

  private void bindNext(@Nullable Object value) throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Optional<?> maybe -> bindNext(maybe.orElse(null));
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      // seconds, for make_interval
      case Duration duration -> statement.setDouble(index, duration.toMillis() / 1000.0);
      case Column column ->
          statement.setArray(index, connection.createArrayOf(column.type(), column.values()));
      default -> statement.setObject(index, value);
    }
  }
}
