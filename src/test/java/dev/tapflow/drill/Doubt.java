package dev.tapflow.drill;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The messages of which nobody could know whether they had left: a fault of the vendor's struck the
 * call, or its sender was killed between the vendor's record of it and its own.
 */
final class Doubt {

  private Doubt() {}

  static Set<Message> of(
      List<Faults.Struck> struck,
      List<Accepted> accepted,
      List<Mishap> mishaps,
      List<Books.Put> messages) {
    var doubted = new HashSet<Message>();
    struck.stream().filter(Faults.Struck::leavesDoubt).forEach(it -> doubted.add(it.message()));
    var settled = settled(messages);
    for (var one : accepted) {
      var settledAt = settled.getOrDefault(one.message(), Instant.MAX);
      if (mishaps.stream().anyMatch(mishap -> mishap.hit(one, settledAt))) {
        doubted.add(one.message());
      }
    }
    return doubted;
  }

  private static Map<Message, Instant> settled(List<Books.Put> messages) {
    var settled = new HashMap<Message, Instant>();
    messages.forEach(put -> put.settledAt().ifPresent(at -> settled.put(put.message(), at)));
    return settled;
  }
}
