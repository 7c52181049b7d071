package dev.tapflow.bench.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The options that were ever offered, each kept once under a number. */
final class Taps {

  /** An option as a customer taps it; {@code isRow}: of a list, else a button. */
  record Tap(byte[] id, byte[] title, boolean isRow) {}

  private final List<Tap> taps = new ArrayList<>();
  private int[] table = new int[1024];

  Tap get(int number) {
    return taps.get(number);
  }

  /** The number of the option whose id lies there. */
  int numberOf(byte[] source, int idStart, int idEnd, int titleStart, int titleEnd, boolean isRow) {
    var slot = hash(source, idStart, idEnd) & (table.length - 1);
    while (table[slot] != 0) {
      var known = taps.get(table[slot] - 1).id();
      if (Arrays.equals(known, 0, known.length, source, idStart, idEnd)) {
        return table[slot] - 1;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return add(
        slot,
        new Tap(
            Arrays.copyOfRange(source, idStart, idEnd),
            Arrays.copyOfRange(source, titleStart, titleEnd),
            isRow));
  }

  int numberOf(Offer offer) {
    var id = Bytes.of(offer.id());
    var both = Bytes.of(offer.id() + offer.title());
    return numberOf(both, 0, id.length, id.length, both.length, offer.isRow());
  }

  private int add(int slot, Tap tap) {
    if (taps.size() * 2 >= table.length) {
      throw new IllegalStateException(
          "Expected the few options of one flow, but got " + taps.size());
    }
    taps.add(tap);
    table[slot] = taps.size();
    return taps.size() - 1;
  }

  private static int hash(byte[] source, int from, int to) {
    var hash = 1;
    for (var at = from; at < to; at++) {
      hash = 31 * hash + source[at];
    }
    return hash ^ (hash >>> 15);
  }
}
