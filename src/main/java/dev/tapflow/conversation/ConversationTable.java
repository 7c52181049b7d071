package dev.tapflow.conversation;

import dev.tapflow.database.Answer;
import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.engine.Conversation;
import dev.tapflow.engine.Waiting;
import dev.tapflow.message.ContactKey;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conversation table in the transaction of a batch. The contact's lock guards its
 * conversations, so none is taken here. All statements go by the primary key.
 */
@Singleton
class ConversationTable {

  // One index probe a contact, however many conversations it has had.
  private static final String LATEST =
      """
      SELECT latest.contact_key, latest.release, latest.session
      FROM unnest(?::text[]) AS wanted(contact_key)
      CROSS JOIN LATERAL (
        SELECT contact_key, release, session FROM conversation c
        WHERE c.contact_key = wanted.contact_key ORDER BY ordinal DESC LIMIT 1) AS latest
      """;

  private static final String SAVE =
      """
      INSERT INTO conversation (contact_key, ordinal, release, flow, step, owner, team, agent,
                                session, wake_at, wake_token, started_at, ended_at)
      SELECT k, o, r, f, s, w, t, a, j::jsonb, wa, wt, st, en
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::timestamptz[], ?::bigint[],
                  ?::timestamptz[], ?::timestamptz[])
           AS n(k, o, r, f, s, w, t, a, j, wa, wt, st, en)
      ON CONFLICT (contact_key, ordinal) DO UPDATE SET release = excluded.release,
        flow = excluded.flow, step = excluded.step, owner = excluded.owner, team = excluded.team,
        agent = excluded.agent, session = excluded.session, wake_at = excluded.wake_at,
        wake_token = excluded.wake_token, ended_at = excluded.ended_at,
        revision = conversation.revision + 1
      """;

  // A timer that was set aside must not be found due for ever.
  private static final String SILENCE =
      "UPDATE conversation SET wake_at = NULL WHERE contact_key = ? AND wake_token = ?";

  private final Database database;

  ConversationTable(Database database) {
    this.database = database;
  }

  /** The newest conversation of each contact that has one. */
  Answer<Map<ContactKey, StoredConversation>> latest(RoundTrip trip, List<ContactKey> keys) {
    return trip.query(
            LATEST, ConversationTable::readConversation, Column.texts(keys, ContactKey::text))
        .map(ConversationTable::byContact);
  }

  /** Inserts or updates, in key order. */
  void save(RoundTrip trip, List<StoredConversation> rows) {
    if (rows.isEmpty()) {
      return;
    }
    trip.update(
        SAVE,
        Column.texts(rows, row -> row.contact().text()),
        Column.numbers(rows, row -> row.conversation().ordinal()),
        Column.texts(rows, StoredConversation::release),
        Column.texts(rows, row -> row.conversation().at().flow()),
        Column.texts(rows, row -> row.conversation().at().step()),
        Column.texts(rows, row -> Owner.of(row.conversation().waiting()).word()),
        Column.maybeTexts(rows, row -> Owner.team(row.conversation().waiting())),
        Column.maybeTexts(rows, row -> Owner.agent(row.conversation().waiting())),
        Column.texts(rows, row -> SessionJson.write(row.conversation())),
        Column.maybeTimes(rows, row -> wakeAt(row.conversation())),
        Column.maybeNumbers(rows, row -> wakeToken(row.conversation())),
        Column.times(rows, row -> row.conversation().startedAt()),
        Column.maybeTimes(rows, row -> endedAt(row.conversation())));
  }

  /** Takes the alarm off a conversation whose timer could not be handled. */
  void silence(ContactKey contact, long token) {
    database.update(SILENCE, contact.text(), token);
  }

  private static StoredConversation readConversation(ResultSet row) throws SQLException {
    return new StoredConversation(
        ContactKey.parse(row.getString(1)), row.getString(2), SessionJson.read(row.getString(3)));
  }

  private static Map<ContactKey, StoredConversation> byContact(List<StoredConversation> rows) {
    var found = new HashMap<ContactKey, StoredConversation>();
    rows.forEach(row -> found.put(row.contact(), row));
    return found;
  }

  private static Optional<Instant> wakeAt(Conversation conversation) {
    return conversation.waiting().nextAlarm().map(Waiting.Alarm::at);
  }

  private static @Nullable Long wakeToken(Conversation conversation) {
    return switch (conversation.waiting()) {
      case Waiting.ForAnswer answer -> answer.token();
      case Waiting.ForAgent asked -> asked.token();
      case Waiting.ForTime time -> time.token();
      case Waiting.ForHttp http -> http.token();
      case Waiting.WithAgent with -> null;
      case Waiting.Over over -> null;
    };
  }

  private static Optional<Instant> endedAt(Conversation conversation) {
    return conversation.waiting() instanceof Waiting.Over(var at, var ending)
        ? Optional.of(at)
        : Optional.empty();
  }
}
