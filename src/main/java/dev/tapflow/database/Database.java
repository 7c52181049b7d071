package dev.tapflow.database;

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
 * Runs statements: in the caller's transaction where there is one, else each as a transaction of
 * its own. Parameters may be columns, instants, durations (in seconds), optionals and null.
 */
@Singleton
public final class Database {

  private final DataSource dataSource;

  /** On a pool of connections. */
  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** An empty round trip. */
  public RoundTrip trip() {
    return new RoundTrip(dataSource);
  }

  /** Reads rows. */
  public <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) {
    var trip = trip();
    var rows = trip.query(sql, row, parameters);
    trip.send();
    return rows.get();
  }

  /** Changes rows and tells how many. */
  public int update(String sql, @Nullable Object... parameters) {
    var trip = trip();
    var changed = trip.update(sql, parameters);
    trip.send();
    return changed.get();
  }

  /** A timestamp that may be missing. */
  public static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
