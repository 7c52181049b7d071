package dev.tapflow.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads one row of a result; the result stands on that row.
 *
 * @param <T> what a row is
 */
@FunctionalInterface
public interface Row<T> {

  /** Reads it, without moving on. */
  T read(ResultSet row) throws SQLException;
}
