package dev.tapflow.sandbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phone with its whole chat, as the phone page reads it; the oldest message first. */
record PhoneDocument(String number, String name, String business, List<MessageDocument> messages) {

  static PhoneDocument of(Customer customer, String business) {
    return new PhoneDocument(
        customer.number().e164(),
        customer.name(),
        business,
        customer.messages().stream().map(MessageDocument::of).toList());
  }

  /** A phone in the list of phones. */
  record Entry(
      String number, String name, @Nullable String lastText, @Nullable Instant lastAt, int unread) {

    static Entry of(Customer customer) {
      var messages = customer.messages();
      var last = messages.isEmpty() ? null : messages.getLast();
      return new Entry(
          customer.number().e164(),
          customer.name(),
          last == null ? null : last.content().body(),
          last == null ? null : last.at(),
          customer.unread());
    }
  }
}
