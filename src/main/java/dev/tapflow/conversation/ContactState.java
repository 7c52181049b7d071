package dev.tapflow.conversation;

import dev.tapflow.engine.Appointment;
import dev.tapflow.engine.Customer;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.PhoneNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A contact as its row has it while its transaction holds the lock.
 *
 * @param phone the number to answer to, where one is known
 * @param appointments flows that are to start later, by name
 * @param userId the business-scoped user id, where the channel sends one
 */
record ContactState(
    ContactKey key,
    Optional<PhoneNumber> phone,
    Optional<String> userId,
    Optional<String> profileName,
    Optional<Instant> lastInboundAt,
    Customer customer,
    SortedMap<String, Appointment> appointments) {

  /** What a customer's message tells of its sender, apart from what it says. */
  ContactState hearing(Event.Message message, Instant sentAt, Optional<Instant> windowClosesAt) {
    var latest = lastInboundAt.filter(earlier -> earlier.isAfter(sentAt)).orElse(sentAt);
    return new ContactState(
        key,
        message.phone().or(() -> phone),
        userId,
        message.profileName().or(() -> profileName),
        Optional.of(latest),
        customer.windowClosing(windowClosesAt),
        appointments);
  }

  ContactState closingWindow(Instant at) {
    return with(customer.windowClosing(Optional.of(at)));
  }

  ContactState with(Customer changed) {
    return with(changed, appointments);
  }

  ContactState with(Customer changed, SortedMap<String, Appointment> changedAppointments) {
    return new ContactState(
        key, phone, userId, profileName, lastInboundAt, changed, changedAppointments);
  }

  /** The one that comes first. */
  Optional<Appointment> nextAppointment() {
    return appointments.values().stream().min(Comparator.comparing(Appointment::at));
  }
}
