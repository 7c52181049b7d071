package dev.tapflow.outbox;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.message.Purpose;
import dev.tapflow.outbox.Outbox.Delivery;
import dev.tapflow.outbox.Outbox.Permit;
import dev.tapflow.outbox.Outbox.TextButton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A customer of the lab channel, another one in each test, and what turns mean for them. */
record Customer(PhoneNumber phone, Instant windowClosesAt, boolean optedOut, boolean silent) {

  static Customer somebody() {
    var number = ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
    return new Customer(
        new PhoneNumber("+346" + number), Instant.now().plus(Duration.ofDays(365)), false, false);
  }

  ContactKey key() {
    return ContactKey.of("lab", phone);
  }

  String number() {
    return phone.e164();
  }

  Customer withWindowUntil(Instant closesAt) {
    return new Customer(phone, closesAt, optedOut, silent);
  }

  Customer takenByAnAgent() {
    return new Customer(phone, windowClosesAt, optedOut, true);
  }

  Customer whoOptedOut() {
    return new Customer(phone, windowClosesAt, true, silent);
  }

  Delivery told(Outgoing... messages) {
    return toldInTurns(List.of(List.of(messages)));
  }

  /** What several turns say that one batch holds. */
  Delivery toldInTurns(List<List<Outgoing>> turns) {
    return new Delivery(
        new Permit(key(), Optional.of(phone), Optional.of(windowClosesAt), optedOut, silent),
        turns,
        new TextButton("m1.0a1b2c3d", "Menu"));
  }

  static Outgoing say(String text) {
    return new Outgoing(new Outbound.Text(text), Purpose.STATEMENT, 0);
  }

  static Outgoing ask(String text, long token) {
    var yes = new Outbound.Choice("y", "Yes", Optional.empty());
    return new Outgoing(
        new Outbound.Buttons(Optional.empty(), text, Optional.empty(), List.of(yes)),
        Purpose.QUESTION,
        token);
  }

  static Outgoing template(String id) {
    return new Outgoing(
        new Outbound.Template("t", "en", id, Outbound.TemplateValues.none()), Purpose.REOPENING, 0);
  }
}
