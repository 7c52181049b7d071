package dev.tapflow.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is committed stays committed, also on the embedded server. */
@QuarkusTest
class DurabilityTest {

  @Inject DataSource database;

  @ParameterizedTest
  @CsvSource({"fsync,on", "synchronous_commit,on", "full_page_writes,on"})
  void isNotGivenAway(String setting, String value) throws SQLException {
    assertThat(show(setting)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"statement_timeout,15s", "lock_timeout,5s"})
  void noStatementWaitsForEver(String setting, String value) throws SQLException {
    assertThat(show(setting)).isEqualTo(value);
  }

  private String show(String setting) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
