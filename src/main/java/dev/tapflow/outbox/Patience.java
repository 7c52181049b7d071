package dev.tapflow.outbox;

import dev.tapflow.database.DatabaseException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Repeats a statement while the database is away. What became of a message is known here only, and
 * forgetting it would make the message unclear. It gives up when the lease is over anyway.
 */
@Singleton
final class Patience {

  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Duration longest;

  Patience(OutboxSettings settings) {
    this.longest = settings.lease();
  }

  <T> T with(Supplier<T> statement) {
    var end = Instant.now().plus(longest);
    while (true) {
      try {
        return statement.get();
      } catch (DatabaseException failure) {
        if (Instant.now().isAfter(end)) {
          throw failure;
        }
        LOG.warnf("What became of a message could not be written, again soon: %s", failure);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
