package dev.tapflow.conversation;

import dev.tapflow.database.Database;
import dev.tapflow.message.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/**
 * Business time: the machine's, plus how far a person has moved it. How far is kept in the database
 * so that all replicas agree; each reads it again at every tick, and at once where it is moved.
 */
@ApplicationScoped
public class MovableClock implements BusinessClock {

  private final Database database;
  private final boolean movable;
  private volatile Duration ahead = Duration.ZERO;

  MovableClock(Database database, ClockSettings settings) {
    this.database = database;
    this.movable = settings.movable();
  }

  @Override
  public Instant now() {
    return Instant.now().plus(ahead);
  }

  /** True where {@link #advance} is allowed. */
  public boolean isMovable() {
    return movable;
  }

  /** Business time as it is for all replicas now; asks the database where it can be moved. */
  public Instant read() {
    refresh();
    return now();
  }

  /** Moves business time ahead, for all replicas. */
  @Transactional
  public Instant advance(Duration by) {
    if (!movable) {
      throw new IllegalStateException("Expected a movable clock, but tapflow.clock.movable is off");
    }
    ahead =
        readAhead(
            "UPDATE business_clock SET ahead = ahead + make_interval(secs => ?) RETURNING"
                + " extract(epoch FROM ahead)",
            by.toMillis() / 1000.0);
    return now();
  }

  /** Reads how far the other replicas have moved it. */
  void refresh() {
    if (movable) {
      ahead = readAhead("SELECT extract(epoch FROM ahead) + ? FROM business_clock", 0);
    }
  }

  private Duration readAhead(String sql, double seconds) {
    var ahead = database.query(sql, row -> row.getDouble(1), seconds).getFirst();
    return Duration.ofMillis(Math.round(ahead * 1000));
  }
}
