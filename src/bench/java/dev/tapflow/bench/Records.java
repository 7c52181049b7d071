package dev.tapflow.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the database has recorded.
 *
 * @param events customers' messages that were handled
 * @param setAside messages that could not be handled
 * @param accepted messages recorded as accepted by the channel
 * @param pending messages that are not settled
 */
record Records(long events, long setAside, long accepted, long pending) {

  static final Records NONE = new Records(0, 0, 0, 0);

  static Records of(Connection database) throws SQLException {
    return new Records(
        count(database, "inbound_event WHERE state = 'handled'"),
        count(database, "inbound_event WHERE state = 'set_aside'"),
        count(database, "outbox_message WHERE state = 'accepted'"),
        pending(database));
  }

  /** Quick, since an index holds them. */
  static long pending(Connection database) throws SQLException {
    return count(database, "outbox_message WHERE state IN ('queued', 'begun', 'unclear')");
  }

  Records since(Records before) {
    return new Records(
        events - before.events, setAside - before.setAside, accepted - before.accepted, pending);
  }

  private static long count(Connection database, String what) throws SQLException {
    try (var statement = database.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM " + what)) {
      row.next();
      return row.getLong(1);
    }
  }
}
