package dev.tapflow.sandbox;

import dev.tapflow.sandbox.PhoneMessage.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A customer's phone: the chat with the business, and the 24-hour window that the chat opens. */
final class Customer {

  /** How long after a customer's message a business may write freely; Meta, "Send messages". */
  private static final Duration WINDOW = Duration.ofHours(24);

  private final CustomerNumber number;
  private final Consumer<Customer> changed;
  private final List<PhoneMessage> messages = new ArrayList<>();
  private String name;
  private @Nullable Instant lastWroteAt;
  private int unread;

  /**
   * @param changed told after every change, while this customer is locked, so that what it passes
   *     on keeps its order
   */
  Customer(CustomerNumber number, String name, Consumer<Customer> changed) {
    this.number = number;
    this.name = name;
    this.changed = changed;
  }

  CustomerNumber number() {
    return number;
  }

  synchronized String name() {
    return name;
  }

  synchronized void rename(String name) {
    this.name = name;
    changed.accept(this);
  }

  synchronized int unread() {
    return unread;
  }

  synchronized List<PhoneMessage> messages() {
    return List.copyOf(messages);
  }

  synchronized Optional<PhoneMessage> message(String id) {
    return messages.reversed().stream().filter(message -> message.id().equals(id)).findFirst();
  }

  synchronized boolean mayBeWrittenTo(Instant now) {
    return lastWroteAt != null && now.isBefore(lastWroteAt.plus(WINDOW));
  }

  synchronized void receives(PhoneMessage message) {
    messages.add(message);
    unread++;
    changed.accept(this);
  }

  /** Adds what the customer wrote; {@code opensWindow} is false for a reaction and its like. */
  synchronized void writes(PhoneMessage message, boolean opensWindow) {
    messages.add(message);
    if (opensWindow && (lastWroteAt == null || message.at().isAfter(lastWroteAt))) {
      lastWroteAt = message.at();
    }
    changed.accept(this);
  }

  /** Moves a message's status forward, unless it is that far already. */
  synchronized void mark(String id, Status status, Instant now, @Nullable String why) {
    markAll(message -> message.id().equals(id), status, now, why);
  }

  /** Reads everything; the business' messages that were not read until now. */
  synchronized List<PhoneMessage> readsAll(Instant now) {
    var fresh = messages.stream().filter(Customer::canBeRead).toList();
    unread = 0;
    markAll(Customer::canBeRead, Status.READ, now, null);
    return fresh;
  }

  private static boolean canBeRead(PhoneMessage message) {
    return message.from() == PhoneMessage.Side.BUSINESS && message.progress().allows(Status.READ);
  }

  private void markAll(
      Predicate<PhoneMessage> which, Status status, Instant now, @Nullable String why) {
    messages.replaceAll(
        message ->
            which.test(message) && message.progress().allows(status)
                ? message.to(status, now, why)
                : message);
    changed.accept(this);
  }
}
