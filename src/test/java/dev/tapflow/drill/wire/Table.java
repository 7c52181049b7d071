package dev.tapflow.drill.wire;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the database of what is drilled. */
public record Table(DataSource database) {

  /** The first column of each row, as text. */
  public List<String> strings(String sql, String... parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var index = 0; index < parameters.length; index++) {
        statement.setString(index + 1, parameters[index]);
      }
      var found = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a statement asks for. */
  public long number(String sql, String... parameters) {
    return Long.parseLong(strings(sql, parameters).getFirst());
  }
}
