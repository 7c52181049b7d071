package dev.tapflow.door;

import dev.tapflow.start.DatabaseAway;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns what nobody expected into a problem, and writes it to the log under a name both can say.
 */
final class Failures {

  private static final Logger LOG = Logger.getLogger(Failures.class);

  private Failures() {}

  static Problem problem(@Nullable Throwable failure, String request) {
    if (failure != null && DatabaseAway.is(failure)) {
      LOG.warnf("%s was refused, the database is away: %s", request, DatabaseAway.why(failure));
      return new Problem(503, "The database is away");
    }
    var name = UUID.randomUUID();
    LOG.errorf(failure, "%s failed, error %s", request, name);
    return new Problem(500, "Something went wrong here; the log knows it as " + name);
  }
}
