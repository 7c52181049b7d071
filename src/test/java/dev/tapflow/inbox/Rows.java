package dev.tapflow.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the tables of the inbox, for tests. */
@ApplicationScoped
public class Rows {

  private final DataSource database;

  Rows(DataSource database) {
    this.database = database;
  }

  /** External id and state of each event of a contact, such as {@code wamid.1 handled}. */
  public List<String> eventsOf(String contactKey) {
    return strings(
        // what became of our own messages comes back later, and is not what the tests ask about
        "SELECT external_id || ' ' || state FROM inbound_event WHERE contact_key = ?"
            + " AND external_id NOT LIKE 'outbox:%' ORDER BY 1",
        contactKey);
  }

  /** The first column of each row. */
  public List<String> strings(String sql, String parameter) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      return read(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes rows as no part of the program does. */
  public void change(String sql, String parameter) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> read(java.sql.PreparedStatement statement) throws SQLException {
    var strings = new ArrayList<String>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}
