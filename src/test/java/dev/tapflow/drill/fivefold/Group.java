package dev.tapflow.drill.fivefold;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Customers whose numbers begin alike.
 *
 * @param prefix the first digits, without a plus sign
 */
record Group(String prefix, int size) {

  String number(int customer) {
    return "%s%05d".formatted(prefix, customer);
  }

  String contactKey(int customer) {
    return "main/+" + number(customer);
  }

  /** For {@code LIKE}. */
  String allKeys() {
    return "main/+" + prefix + "%";
  }

  List<Integer> customers() {
    return IntStream.range(0, size).boxed().toList();
  }
}
