package dev.tapflow.outbox;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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

  /** Reads one row of a result. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A column of values for {@code unnest}. */
  record Column(String type, Object[] values) {

    static Column texts(Collection<String> values) {
      return new Column("text", values.toArray());
    }

    static Column numbers(Collection<Long> values) {
      return new Column("bigint", values.toArray());
    }

    static Column flags(Collection<Boolean> values) {
      return new Column("boolean", values.toArray());
    }

    static Column times(Collection<Optional<Instant>> values) {
      return new Column(
          "timestamptz",
          values.stream().map(it -> it.map(Instant::toString).orElse(null)).toArray());
    }

    static Column maybeTexts(Collection<Optional<String>> values) {
      return new Column("text", values.stream().map(it -> it.orElse(null)).toArray());
    }
  }

  <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(connection, statement, parameters);
      return rows(statement, row);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
    try (var results = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      while (results.next()) {
        rows.add(row.read(results));
      }
      return rows;
    }
  }

  /** Changes rows and tells how many. */
  int update(String sql, @Nullable Object... parameters) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(connection, statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      bind(connection, statement, i + 1, parameters[i]);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Optional<?> maybe -> bind(connection, statement, index, maybe.orElse(null));
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      // seconds, for make_interval
      case Duration duration -> statement.setDouble(index, duration.toMillis() / 1000.0);
      case Column column ->
          statement.setArray(index, connection.createArrayOf(column.type(), column.values()));
      default -> statement.setObject(index, value);
    }
  }

  /** A timestamp that may be missing. */
  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** The database did not do what it was asked to. */
  static final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
