package dev.tapflow.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Work that any replica may do, and no two at once: who does a piece of it holds the database's
 * advisory lock of that piece. A replica that is gone holds none, and a lock costs no row anything:
 * no column says who has it.
 */
public final class SharedWork {

  private static final Logger LOG = Logger.getLogger(SharedWork.class);

  private static final String TRY = "SELECT pg_try_advisory_lock(?, ?)";
  private static final String WAIT =
      "SELECT true FROM (SELECT pg_advisory_lock(?, ?) OFFSET 0) AS held";
  private static final String RELEASE = "SELECT pg_advisory_unlock(?, ?)";

  private final DataSource database;
  private final String name;

  /**
   * Names the work.
   *
   * @param name the same in every replica, and of no other work
   */
  public SharedWork(DataSource database, String name) {
    this.database = database;
    this.name = name;
  }

  /** What to do when another replica is at the piece. */
  public enum WhenTaken {
    LEAVE_IT,
    WAIT
  }

  /** Does a piece while nobody else does. A lock that cannot be had is left for the next time. */
  public void alone(int piece, WhenTaken whenTaken, Runnable work) {
    try (var connection = database.getConnection()) {
      if (!ask(connection, whenTaken == WhenTaken.WAIT ? WAIT : TRY, piece)) {
        return;
      }
      try {
        work.run();
      } finally {
        ask(connection, RELEASE, piece);
      }
    } catch (SQLException e) {
      LOG.debugf("Piece %d of %s was left: %s", piece, name, e);
    }
  }

  private boolean ask(Connection connection, String sql, int piece) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setInt(1, name.hashCode());
      statement.setInt(2, piece);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
