package dev.tapflow.engine;

import dev.tapflow.message.ContactKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The contact as flows see it; it outlives its conversations.
 *
 * @param key names the contact, for choices that must be the same each time
 * @param language as {@code set: { contact.language: … }} or the channel has it; empty: not known
 * @param tags labels that flows and agents put on the contact
 * @param fields declared contact fields by name; an unset one is missing
 * @param windowClosesAt until when free messages may be sent; empty where the contact never wrote
 * @param reopening true from the template that asks the customer back until the customer writes
 */
public record Customer(
    ContactKey key,
    String language,
    Map<String, Object> fields,
    SortedSet<String> tags,
    boolean optedOut,
    Optional<Instant> windowClosesAt,
    boolean reopening) {

  public Customer {
    fields = Frozen.map(fields);
    tags = Frozen.set(tags);
  }

  String channel() {
    return key.channel();
  }

  boolean windowOpen(Instant now) {
    return windowClosesAt.filter(now::isBefore).isPresent();
  }

  /** The same customer with the window closing at another time. */
  public Customer windowClosing(Optional<Instant> changed) {
    return new Customer(key, language, fields, tags, optedOut, changed, reopening);
  }

  Customer speaking(String changed) {
    return new Customer(key, changed, fields, tags, optedOut, windowClosesAt, reopening);
  }

  Customer withFields(Map<String, Object> changed) {
    return new Customer(key, language, changed, tags, optedOut, windowClosesAt, reopening);
  }

  Customer tagged(Set<String> changed) {
    return new Customer(
        key, language, fields, new TreeSet<>(changed), optedOut, windowClosesAt, reopening);
  }

  Customer optedOut(boolean changed) {
    return new Customer(key, language, fields, tags, changed, windowClosesAt, reopening);
  }

  Customer reopening(boolean changed) {
    return new Customer(key, language, fields, tags, optedOut, windowClosesAt, changed);
  }
}
