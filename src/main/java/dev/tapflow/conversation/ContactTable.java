package dev.tapflow.conversation;

import dev.tapflow.database.Answer;
import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.engine.Appointment;
import dev.tapflow.engine.Customer;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.PhoneNumber;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The contact table in the transaction of a batch; every statement goes by the primary key. */
@Singleton
class ContactTable {

  private static final String INSERT_MISSING =
      """
      INSERT INTO contact (contact_key, channel, created_at)
      SELECT k, c, ? FROM unnest(?::text[], ?::text[]) AS n(k, c)
      ON CONFLICT DO NOTHING
      """;

  // In key order, as every transaction takes these locks: another order deadlocks between replicas.
  private static final String LOCK =
      """
      SELECT contact_key, phone, user_id, profile_name, language, fields, opted_out,
             last_inbound_at, window_closes_at, reopening, tags, appointments
      FROM contact WHERE contact_key = ANY (?::text[]) ORDER BY contact_key FOR UPDATE
      """;

  private static final String UPDATE =
      """
      UPDATE contact SET phone = n.phone, user_id = n.user_id, profile_name = n.profile_name,
             fields = n.fields::jsonb, opted_out = n.opted_out, last_inbound_at = n.last_inbound_at,
             window_closes_at = n.window_closes_at, reopening = n.reopening,
             language = n.language, tags = n.tags::jsonb, appointments = n.appointments::jsonb,
             appointment_at = n.appointment_at, appointment_token = n.appointment_token
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[],
                  ?::timestamptz[], ?::timestamptz[], ?::boolean[], ?::text[],
                  ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
           AS n(contact_key, phone, user_id, profile_name, fields, opted_out,
                last_inbound_at, window_closes_at, reopening, language, tags, appointments,
                appointment_at, appointment_token)
      WHERE contact.contact_key = n.contact_key
      """;

  // A timer that was set aside must not be found due for ever.
  private static final String SILENCE =
      "UPDATE contact SET appointment_at = NULL WHERE contact_key = ? AND appointment_token = ?";

  private final Database database;

  ContactTable(Database database) {
    this.database = database;
  }

  /** Makes sure of a row for each key and locks them all, in key order. */
  Answer<SortedMap<ContactKey, ContactState>> lock(
      RoundTrip trip, List<ContactKey> sortedKeys, Instant now) {
    trip.update(
        INSERT_MISSING,
        now,
        Column.texts(sortedKeys, ContactKey::text),
        Column.texts(sortedKeys, ContactKey::channel));
    return trip.query(LOCK, ContactTable::readContact, Column.texts(sortedKeys, ContactKey::text))
        .map(ContactTable::byKey);
  }

  private static SortedMap<ContactKey, ContactState> byKey(List<ContactState> locked) {
    var byKey = new TreeMap<ContactKey, ContactState>();
    locked.forEach(contact -> byKey.put(contact.key(), contact));
    return byKey;
  }

  /** Writes rows that {@link #lock} holds. */
  void update(RoundTrip trip, List<ContactState> contacts) {
    if (contacts.isEmpty()) {
      return;
    }
    trip.update(
        UPDATE,
        Column.texts(contacts, contact -> contact.key().text()),
        Column.maybeTexts(contacts, contact -> contact.phone().map(PhoneNumber::e164)),
        Column.maybeTexts(contacts, ContactState::userId),
        Column.maybeTexts(contacts, ContactState::profileName),
        Column.texts(contacts, contact -> SessionJson.writeValues(contact.customer().fields())),
        Column.flags(contacts, contact -> contact.customer().optedOut()),
        Column.maybeTimes(contacts, ContactState::lastInboundAt),
        Column.maybeTimes(contacts, contact -> contact.customer().windowClosesAt()),
        Column.flags(contacts, contact -> contact.customer().reopening()),
        Column.maybeTexts(contacts, contact -> known(contact.customer().language())),
        Column.texts(contacts, contact -> SessionJson.writeTags(contact.customer().tags())),
        Column.texts(contacts, contact -> AppointmentJson.write(contact.appointments())),
        Column.maybeTimes(contacts, contact -> contact.nextAppointment().map(Appointment::at)),
        Column.maybeNumbers(
            contacts, contact -> contact.nextAppointment().map(Appointment::token).orElse(null)));
  }

  /** Takes the alarm off a contact whose timer could not be handled. */
  void silence(ContactKey contact, long token) {
    database.update(SILENCE, contact.text(), token);
  }

  private static ContactState readContact(ResultSet row) throws SQLException {
    var key = ContactKey.parse(row.getString("contact_key"));
    var customer =
        new Customer(
            key,
            Optional.ofNullable(row.getString("language")).orElse(""),
            readFields(row),
            SessionJson.readTags(row.getString("tags")),
            row.getBoolean("opted_out"),
            time(row, "window_closes_at"),
            row.getBoolean("reopening"));
    return new ContactState(
        key,
        Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new),
        Optional.ofNullable(row.getString("user_id")),
        Optional.ofNullable(row.getString("profile_name")),
        time(row, "last_inbound_at"),
        customer,
        AppointmentJson.read(row.getString("appointments")));
  }

  private static Optional<String> known(String language) {
    return Optional.of(language).filter(it -> !it.isEmpty());
  }

  private static Map<String, Object> readFields(ResultSet row) throws SQLException {
    return SessionJson.readValues(row.getString("fields"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  /** The keys of a batch, each once, in lock order. */
  static List<ContactKey> sorted(List<ContactKey> keys) {
    return new ArrayList<>(new TreeSet<>(keys));
  }
}
