package dev.tapflow.conversation;

import dev.tapflow.inbox.Inbox;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Puts timers that are due into the inbox, like any other event. Two replicas may find the same
 * one: its external id names conversation, wait and time, so the second is a duplicate.
 */
@ApplicationScoped
public class DueTimers {

  private static final Logger LOG = Logger.getLogger(DueTimers.class);
  private static final int MOST_AT_ONCE = 500;

  // Goes by the partial indexes conversation_due and contact_due.
  private static final String DUE =
      """
      (SELECT contact_key, 'timer/' || ordinal AS what, wake_token AS token, wake_at AS due_at
       FROM conversation WHERE wake_at <= ? ORDER BY wake_at LIMIT ?)
      UNION ALL
      (SELECT contact_key, 'later', appointment_token, appointment_at
       FROM contact WHERE appointment_at <= ? ORDER BY appointment_at LIMIT ?)
      ORDER BY due_at
      """;

  private final AgroalDataSource database;
  private final Inbox inbox;
  private final BusinessClock clock;

  DueTimers(AgroalDataSource database, Inbox inbox, BusinessClock clock) {
    this.database = database;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void tick() {
    try {
      fire();
    } catch (DatabaseFailure e) {
      // the database is away; readiness says so, and the next tick tries again
      LOG.debug("Due timers could not be read this time", e);
    }
  }

  /** Fires what is due now, without waiting for the next tick. */
  public void fire() {
    var due = due();
    if (!due.isEmpty()) {
      inbox.accept(due).toCompletableFuture().join();
    }
  }

  private List<Inbound> due() {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(DUE)) {
      var now = Timestamp.from(clock.now());
      select.setTimestamp(1, now);
      select.setInt(2, MOST_AT_ONCE);
      select.setTimestamp(3, now);
      select.setInt(4, MOST_AT_ONCE);
      return read(select.executeQuery());
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static List<Inbound> read(ResultSet row) throws SQLException {
    var due = new ArrayList<Inbound>();
    while (row.next()) {
      due.add(timer(row));
    }
    return due;
  }

  private static Inbound timer(ResultSet row) throws SQLException {
    var token = row.getLong("token");
    Instant at = row.getTimestamp("due_at").toInstant();
    var id = "%s/%d/%d".formatted(row.getString("what"), token, at.toEpochMilli());
    var contact = ContactKey.parse(row.getString("contact_key"));
    return new Inbound(contact, id, at, new Event.TimerFired(token), new byte[0]);
  }
}
