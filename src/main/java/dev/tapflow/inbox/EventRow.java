package dev.tapflow.inbox;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Inbound;
import java.util.Comparator;
import java.util.Locale;

/** An event with what is to become of it, as the table {@code inbound_event} holds it. */
record EventRow(Inbound event, State state) {

  /** The order of the primary key, in which every statement takes its rows. */
  static final Comparator<EventRow> KEY_ORDER = Comparator.comparing(EventRow::key);

  Key key() {
    return Key.of(event);
  }

  /** What became of an event. */
  enum State {
    HANDLED,
    /** Could not be handled; somebody has to look. */
    SET_ASIDE,
    /** Older than ids are kept: it may be a second delivery. */
    TOO_OLD,
    /** From another source than the channel's: never handled. */
    RECORDED;

    /** The word in the column {@code state}. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The primary key. */
  record Key(ContactKey contact, String externalId) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::contact).thenComparing(Key::externalId);

    static Key of(Inbound event) {
      return new Key(event.contact(), event.externalId());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }
}
