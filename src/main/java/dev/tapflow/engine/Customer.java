package dev.tapflow.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The contact as flows see it; it outlives its conversations.
 *
 * @param fields declared contact fields by name; an unset one is missing
 * @param windowClosesAt until when free messages may be sent; empty where the contact never wrote
 * @param reopening true from the template that asks the customer back until the customer writes
 */
public record Customer(
    String channel,
    String language,
    Map<String, Object> fields,
    boolean optedOut,
    Optional<Instant> windowClosesAt,
    boolean reopening) {

  public Customer {
    fields = Collections.unmodifiableMap(new HashMap<>(fields));
  }

  boolean windowOpen(Instant now) {
    return windowClosesAt.filter(now::isBefore).isPresent();
  }

  Customer withFields(Map<String, Object> changed) {
    return new Customer(channel, language, changed, optedOut, windowClosesAt, reopening);
  }

  Customer optedOut(boolean changed) {
    return new Customer(channel, language, fields, changed, windowClosesAt, reopening);
  }

  Customer reopening(boolean changed) {
    return new Customer(channel, language, fields, optedOut, windowClosesAt, changed);
  }
}
