package dev.tapflow.conversation;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.sql.SQLException;
import java.util.Optional;

/** The database said no; what is done about a failed transaction depends on the kind of failure. */
final class DatabaseFailure {

  /** What a failed transaction calls for. */
  enum Kind {
    /** A deadlock or serialization error: the same batch may work now. */
    REPEAT,
    /** One event carries what the database does not take: the others may work without it. */
    DATA,
    /** The database is away, or there are no flows yet: all of it may work later. */
    LOST,
    /** Not the database's doing: an event that our own code cannot handle. */
    BUG
  }

  private DatabaseFailure() {}

  /** Reads the kind from whatever was thrown around the database's own error. */
  static Kind kindOf(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        return kindOfState(Optional.ofNullable(sql.getSQLState()).orElse(""));
      }
    }
    var mayWorkLater =
        thrown instanceof QuarkusTransactionException || thrown instanceof NothingPublished;
    return mayWorkLater ? Kind.LOST : Kind.BUG;
  }

  private static Kind kindOfState(String state) {
    if (state.equals("40001") || state.equals("40P01")) {
      return Kind.REPEAT;
    }
    // 22: data exception, 23: integrity constraint violation
    return state.startsWith("22") || state.startsWith("23") ? Kind.DATA : Kind.LOST;
  }
}
