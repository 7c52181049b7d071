package dev.tapflow.start;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that cannot be reached now from one that refuses what we ask.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL error
 *     codes</a>
 */
public final class DatabaseAway {

  private static final String CONNECTION_EXCEPTION = "08";
  private static final String OPERATOR_INTERVENTION = "57P";
  private static final String TOO_MANY_CONNECTIONS = "53300";

  private DatabaseAway() {}

  /**
   * Whether the failure, or a cause of it, is a database that cannot be reached or takes nobody.
   */
  public static boolean is(Throwable error) {
    return causes(error)
        .anyMatch(cause -> cause instanceof SQLException sql && isAway(sql.getSQLState()));
  }

  /** The deepest cause that the database or its driver names. */
  public static String why(Throwable error) {
    return causes(error)
        .filter(SQLException.class::isInstance)
        .map(Throwable::getMessage)
        .reduce((_, last) -> last)
        .orElseGet(() -> String.valueOf(error.getMessage()));
  }

  private static boolean isAway(@Nullable String state) {
    return state != null
        && (state.startsWith(CONNECTION_EXCEPTION)
            || state.startsWith(OPERATOR_INTERVENTION)
            || state.equals(TOO_MANY_CONNECTIONS));
  }

  private static Stream<Throwable> causes(Throwable error) {
    return Stream.iterate(error, Objects::nonNull, Throwable::getCause);
  }
}
