package dev.tapflow.outbox;

import dev.tapflow.database.RoundTrip;
import dev.tapflow.database.Row;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the outbox's statements: in the caller's transaction where there is one, else each as a
 * transaction of its own.
 */
@Singleton
final class Database {

  private final DataSource dataSource;

  Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** An empty round trip. */
  RoundTrip trip() {
    return new RoundTrip(dataSource);
  }

  <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) {
    var trip = trip();
    var rows = trip.query(sql, row, parameters);
    trip.send();
    return rows.get();
  }

  /** Changes rows and tells how many. */
  int update(String sql, @Nullable Object... parameters) {
    var trip = trip();
    var changed = trip.update(sql, parameters);
    trip.send();
    return changed.get();
  }

  /** A timestamp that may be missing. */
  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
