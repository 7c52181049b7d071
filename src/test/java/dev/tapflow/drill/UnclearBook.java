package dev.tapflow.drill;

import java.sql.SQLException;
import java.util.List;

/** Every send that the bot ever calls unclear, from now on: the rows themselves forget it. */
final class UnclearBook {

  private static final String OPEN =
      """
      CREATE TABLE drill_unclear (contact_key text, sequence bigint, why text,
        at timestamptz DEFAULT clock_timestamp());
      CREATE FUNCTION drill_note_unclear() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO drill_unclear (contact_key, sequence, why) VALUES (NEW.contact_key, NEW.sequence, NEW.why);
        RETURN NULL;
      END $$;
      CREATE TRIGGER drill_unclear AFTER UPDATE ON outbox_message
        FOR EACH ROW WHEN (NEW.state = 'unclear' AND OLD.state <> 'unclear')
        EXECUTE FUNCTION drill_note_unclear();
      """;

  private final Books books;

  UnclearBook(Books books) throws SQLException {
    this.books = books;
    books.execute(OPEN);
  }

  List<String> read() throws SQLException {
    return books.query(
        "SELECT concat(at, ' ', contact_key, ' ', sequence, ': ', why) FROM drill_unclear",
        row -> row.getString(1));
  }
}
