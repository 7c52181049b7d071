package dev.tapflow.conversation;

import dev.tapflow.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The key that signs forms. It is made once for the database, so all replicas have the same. */
@ApplicationScoped
class FormKeyTable {

  private static final int KEY_BYTES = 32;
  private static final String INSERT =
      "INSERT INTO form_key (key) VALUES (?) ON CONFLICT DO NOTHING";
  private static final String SELECT = "SELECT key FROM form_key";

  private final Database database;
  private volatile byte @Nullable [] known;

  FormKeyTable(Database database) {
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
    var fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    database.update(INSERT, fresh);
    return database.query(SELECT, row -> row.getBytes(1)).getFirst();
  }
}
