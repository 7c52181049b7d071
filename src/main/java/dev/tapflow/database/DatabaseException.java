package dev.tapflow.database;

import java.sql.SQLException;

/** The database did not do what it was asked to; the cause has its SQL state. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
