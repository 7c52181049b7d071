package dev.tapflow.conversation;

import dev.tapflow.message.BusinessClock;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Business time: the machine's, plus how far a person has moved it. How far is kept in the database
 * so that all replicas agree; each reads it again at every tick, and at once where it is moved.
 */
@ApplicationScoped
public class MovableClock implements BusinessClock {

  private final AgroalDataSource database;
  private final boolean movable;
  private volatile Duration ahead = Duration.ZERO;

  MovableClock(AgroalDataSource database, ClockSettings settings) {
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
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setDouble(1, seconds);
      try (var row = statement.executeQuery()) {
        row.next();
        return Duration.ofMillis(Math.round(row.getDouble(1) * 1000));
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
