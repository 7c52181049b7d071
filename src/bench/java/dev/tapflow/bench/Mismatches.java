package dev.tapflow.bench;

import dev.tapflow.bench.load.Counted;
import java.util.ArrayList;
import java.util.List;

/** Compares what was acknowledged with what is recorded. */
final class Mismatches {

  private final List<String> found = new ArrayList<>();

  private Mismatches() {}

  /** In words; empty when everything adds up. */
  static List<String> between(Counted counted, Records records) {
    var mismatches = new Mismatches();
    mismatches.expect("webhooks answered otherwise than by 200", 0, counted.refused());
    mismatches.expect("messages that nobody waited for", 0, counted.surprises());
    mismatches.expect("customers without an answer or a reply", 0, counted.inFlight());
    mismatches.expect("replies to the taps answered 200", counted.answered(), counted.accepted());
    mismatches.expect("events in the database", counted.answered(), records.events());
    mismatches.expect("events set aside", 0, records.setAside());
    mismatches.expect("messages recorded as accepted", counted.accepted(), records.accepted());
    mismatches.expect("messages not settled", 0, records.pending());
    return mismatches.found;
  }

  private void expect(String what, long expected, long got) {
    if (expected != got) {
      found.add("Expected %,d %s, but got %,d".formatted(expected, what, got));
    }
  }
}
