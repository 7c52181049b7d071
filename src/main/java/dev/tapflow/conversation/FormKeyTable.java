package dev.tapflow.conversation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The key that signs forms. It is made once for the database, so all replicas have the same. */
@ApplicationScoped
class FormKeyTable {

  private static final int KEY_BYTES = 32;
  private static final String INSERT =
      "INSERT INTO form_key (key) VALUES (?) ON CONFLICT DO NOTHING";
  private static final String SELECT = "SELECT key FROM form_key";

  private final AgroalDataSource database;
  private volatile byte @Nullable [] known;

  FormKeyTable(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Reads it once, in a transaction of its own: were the key made in a turn that is rolled back,
   * this replica would sign with one that nobody else has.
   */
  byte[] key() {
    var key = known;
    if (key == null) {
      key = QuarkusTransaction.requiringNew().call(this::read);
      known = key;
    }
    return key.clone();
  }

  private byte[] read() {
    try (var connection = database.getConnection()) {
      insert(connection);
      try (var select = connection.prepareStatement(SELECT);
          var row = select.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static void insert(Connection connection) throws SQLException {
    var fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setBytes(1, fresh);
      insert.executeUpdate();
    }
  }
}
