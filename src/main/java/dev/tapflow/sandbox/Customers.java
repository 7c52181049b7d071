package dev.tapflow.sandbox;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Everybody with a phone. Three people live here from the beginning; others move in. */
@Singleton
final class Customers implements Forgetful {

  private final Live live;
  private final ConcurrentSkipListMap<String, Customer> byNumber = new ConcurrentSkipListMap<>();

  Customers(Live live) {
    this.live = live;
    forget();
  }

  Collection<Customer> all() {
    return List.copyOf(byNumber.values());
  }

  Optional<Customer> find(CustomerNumber number) {
    return Optional.ofNullable(byNumber.get(number.e164()));
  }

  /** The customer of that number, who moves in under {@code name} if nobody has it yet. */
  Customer orMovingIn(CustomerNumber number, String name) {
    return byNumber.computeIfAbsent(
        number.e164(), unused -> new Customer(number, name, live::changed));
  }

  @Override
  public void forget() {
    byNumber.clear();
    orMovingIn(new CustomerNumber("+34600000001"), "Ana");
    orMovingIn(new CustomerNumber("+447700900123"), "Ben");
    orMovingIn(new CustomerNumber("+33612345678"), "Chloé");
    all().forEach(live::changed);
  }
}
