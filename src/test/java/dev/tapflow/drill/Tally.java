package dev.tapflow.drill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What came of it. Each kind names what it counts, for reading after a failure.
 *
 * @param acknowledged customers' messages that were answered 200
 * @param lost those of them that were not handled, or whose answer never left
 * @param twice messages that the vendor accepted again although they were never in doubt, and taps
 *     that were handled again
 * @param outOfOrder messages that overtook an earlier one, and transitions likewise
 * @param unclear messages that were ever in doubt
 */
record Tally(
    long acknowledged,
    List<String> lost,
    List<String> twice,
    List<String> outOfOrder,
    long unclear) {

  String line() {
    return "acknowledged %d, lost %d, twice %d, out of order %d, unclear %d"
        .formatted(acknowledged, lost.size(), twice.size(), outOfOrder.size(), unclear);
  }

  /** Counts what a crowd met. */
  static Tally of(Crowd crowd, World world, List<Mishap> mishaps) throws SQLException {
    var phones = new HashSet<>(crowd.customers().stream().map(Customer::phone).toList());
    Predicate<Message> theirs = message -> phones.contains(message.phone());
    var accepted = world.arrivals().all().stream().filter(it -> theirs.test(it.message())).toList();
    var messages =
        world.books().messages().stream().filter(it -> theirs.test(it.message())).toList();
    var struck =
        world.otherSide().struck().stream().filter(it -> theirs.test(it.message())).toList();
    var doubted = Doubt.of(struck, accepted, mishaps, messages);
    var arrived = accepted.stream().map(Accepted::message).toList();
    var acknowledged = world.balancer().acknowledged();
    return new Tally(
        crowd.customers().stream()
            .flatMap(it -> it.events().stream())
            .filter(acknowledged::contains)
            .count(),
        lost(crowd, acknowledged, new HashSet<>(world.books().handled()), new HashSet<>(arrived)),
        twice(crowd, world.books().taps(), arrived, doubted),
        outOfOrder(arrived, messages, world.books().transitionsOutOfOrder()),
        doubted.size());
  }

  private static List<String> lost(
      Crowd crowd, Set<String> acknowledged, Set<String> handled, Set<Message> arrived) {
    var lost = new ArrayList<String>();
    for (var customer : crowd.customers()) {
      for (int number = 0; number < customer.events().size(); number++) {
        var event = customer.events().get(number);
        var answer = Message.toTap(customer.phone(), number);
        if (acknowledged.contains(event) && !handled.contains(event)) {
          lost.add("not handled: the event that %s answers".formatted(answer));
        } else if (acknowledged.contains(event) && !arrived.contains(answer)) {
          lost.add("never accepted: %s".formatted(answer));
        }
      }
    }
    return lost;
  }

  private static List<String> twice(
      Crowd crowd, Map<String, Long> taps, List<Message> arrived, Set<Message> doubted) {
    var twice = new ArrayList<String>();
    Books.counted(arrived)
        .forEach(
            (message, times) -> {
              if (times > 1 && !doubted.contains(message)) {
                twice.add("accepted %d times: %s".formatted(times, message));
              }
            });
    for (var customer : crowd.customers()) {
      long tapped = customer.events().size() - 1L;
      long handled = taps.getOrDefault(customer.phone(), 0L);
      if (handled > tapped) {
        twice.add("%d taps handled of %d by %s".formatted(handled, tapped, customer.phone()));
      }
    }
    return twice;
  }

  /** Only the first copy of a message has a place in the order. */
  private static List<String> outOfOrder(
      List<Message> arrived, List<Books.Put> messages, long transitions) {
    var outOfOrder = new ArrayList<String>();
    overtaken(arrived.stream().distinct().toList())
        .forEach(it -> outOfOrder.add("accepted too early: " + it));
    overtaken(messages.stream().map(Books.Put::message).toList())
        .forEach(it -> outOfOrder.add("put too early: " + it));
    for (long i = 0; i < transitions; i++) {
      outOfOrder.add("a transition older than the one before it");
    }
    return outOfOrder;
  }

  private static List<Message> overtaken(List<Message> messages) {
    var next = new HashMap<String, Integer>();
    var overtaken = new ArrayList<Message>();
    for (var message : messages) {
      if (message.number() != next.getOrDefault(message.phone(), 0)) {
        overtaken.add(message);
      }
      next.put(message.phone(), message.number() + 1);
    }
    return overtaken;
  }
}
