package dev.tapflow.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements that are sent together: the driver writes them one behind the other and waits once.
 * Each sees what those before it did. They belong to the caller's transaction; the first that fails
 * fails them all.
 *
 * <p>Put statements with large parameters before those with large results: while the database sends
 * a result, nobody may still be writing more than a socket holds.
 */
public final class RoundTrip {

  private final DataSource database;
  private final List<Part<?>> parts = new ArrayList<>();

  /** An empty one. */
  RoundTrip(DataSource database) {
    this.database = database;
  }

  private static final class Part<T> {

    private final String sql;
    private final @Nullable Object[] parameters;
    private final Reading<T> reading;
    private Optional<T> result = Optional.empty();

    Part(String sql, @Nullable Object[] parameters, Reading<T> reading) {
      this.sql = sql;
      this.parameters = parameters;
      this.reading = reading;
    }

    void read(PreparedStatement statement) throws SQLException {
      result = Optional.of(reading.of(statement));
    }
  }

  private interface Reading<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /** Adds a statement that answers with rows. */
  public <T> Answer<List<T>> query(String sql, Row<T> row, @Nullable Object... parameters) {
    return add(new Part<>(sql, parameters, statement -> rows(statement, row)));
  }

  /** Adds a statement that answers with how many rows it changed. */
  public Answer<Integer> update(String sql, @Nullable Object... parameters) {
    return add(new Part<>(sql, parameters, PreparedStatement::getUpdateCount));
  }

  private <T> Answer<T> add(Part<T> part) {
    parts.add(part);
    return new Answer<>(() -> part.result);
  }

  /** Makes the trip; nothing is sent where nothing was added. */
  public void send() {
    if (parts.isEmpty()) {
      return;
    }
    var sql = parts.stream().map(part -> part.sql.strip()).collect(Collectors.joining(";\n"));
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(connection, statement);
      statement.execute();
      for (var part : parts) {
        part.read(statement);
        statement.getMoreResults();
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private void bind(Connection connection, PreparedStatement statement) throws SQLException {
    var parameters = new Parameters(connection, statement);
    for (var part : parts) {
      parameters.bind(part.parameters);
    }
  }

  private static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
    var rows = new ArrayList<T>();
    try (var results = statement.getResultSet()) {
      while (results.next()) {
        rows.add(row.read(results));
      }
    }
    return rows;
  }
}
