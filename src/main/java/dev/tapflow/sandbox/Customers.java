package dev.tapflow.sandbox;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody with a phone. Three people live here from the beginning; others move in. */
@Singleton
final class Customers implements Forgetful {

  private final Live live;
  private final Map<CustomerNumber, Customer> byNumber = new LinkedHashMap<>();

  Customers(Live live) {
    this.live = live;
    forget();
  }

  /** In the order in which they moved in. */
  synchronized List<Customer> all() {
    return List.copyOf(byNumber.values());
  }

  synchronized Optional<Customer> find(CustomerNumber number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** The customer of that number, who moves in under {@code name} if nobody has it yet. */
  synchronized Customer orMovingIn(CustomerNumber number, String name) {
    return byNumber.computeIfAbsent(number, unused -> new Customer(number, name, live::changed));
  }

  @Override
  public synchronized void forget() {
    byNumber.clear();
    orMovingIn(new CustomerNumber("+34600000001"), "Ana");
    orMovingIn(new CustomerNumber("+447700900123"), "Ben");
    orMovingIn(new CustomerNumber("+33612345678"), "Chloé");
    all().forEach(live::changed);
  }
}
