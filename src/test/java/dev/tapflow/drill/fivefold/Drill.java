package dev.tapflow.drill.fivefold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tapflow.drill.wire.Line;
import dev.tapflow.drill.wire.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes both groups through the same conversations, side by side, and compares what is left. */
final class Drill {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Each begins another of the example flows. */
  private static final List<String> FIRST_WORDS = List.of("hello", "clinic", "billing", "shop");

  private final Table table;
  private final Door door;
  private final Line first;
  private final Group once;
  private final Group fivefold;
  private final long begin;
  private final List<Walk> walks;
  private final Shuffled shuffled;
  private final Map<Integer, Long> lastSequence = new HashMap<>();

  /**
   * Prepares both groups.
   *
   * @param first the line of all first copies
   * @param second the other line; to the same replica or to another
   */
  Drill(Table table, Door door, Line first, Line second, int customers, long seed) {
    this.table = table;
    this.door = door;
    this.first = first;
    this.once = new Group("346110", customers);
    this.fivefold = new Group("346120", customers);
    this.begin = Instant.now().getEpochSecond() - 3600;
    this.walks = IntStream.range(0, customers).mapToObj(it -> new Walk(seed + it, begin)).toList();
    this.shuffled = new Shuffled(first, second, door, seed);
  }

  /** So many rounds, then the comparison. */
  void run(int rounds) {
    for (var group : List.of(once, fivefold)) {
      for (var customer : group.customers()) {
        var word = FIRST_WORDS.get(customer % FIRST_WORDS.size());
        door.firstWord(first, group.number(customer), word, begin);
      }
      awaitFirstWords(group);
    }
    settle();
    for (var round = 0; round < rounds; round++) {
      takeRound(round);
    }
    shuffled.deliverTheRest();
    awaitQuiet(fivefold);
    compare();
  }

  private void takeRound(int round) {
    for (var customer : once.customers()) {
      var phone = Phone.of(table, once.contactKey(customer));
      take(walks.get(customer).next(phone, round), customer);
    }
    settle();
    for (var customer : once.customers()) {
      for (var sequence : newlyAccepted(customer)) {
        take(walks.get(customer).statuses(sequence, round), customer);
      }
    }
    settle();
  }

  private void settle() {
    shuffled.awaitAnswers();
    awaitQuiet(once);
    awaitQuiet(fivefold);
  }

  private void take(Act act, int customer) {
    switch (act) {
      case Act.Writes(var messages) -> {
        deliverOnce(Bodies.ofMessages(once.number(customer), messages));
        shuffled.deliver(Bodies.ofMessages(fivefold.number(customer), messages));
      }
      case Act.AgentActs(var action) -> {
        door.agentActs(first, once.number(customer), action);
        door.agentActs(first, fivefold.number(customer), action);
      }
      case Act.Statuses statuses -> {
        bodies(statuses, once, customer).forEach(this::deliverOnce);
        bodies(statuses, fivefold, customer).forEach(shuffled::deliver);
      }
    }
  }

  private void deliverOnce(byte[] body) {
    assertThat(door.deliver(first, body).join().status()).isEqualTo(200);
  }

  private List<byte[]> bodies(Act.Statuses statuses, Group group, int customer) {
    var ids =
        table.strings(
            "SELECT channel_message_id FROM outbox_message WHERE contact_key = ?"
                + " AND sequence = "
                + statuses.sequence(),
            group.contactKey(customer));
    assertThat(ids)
        .as(
            "message %d, accepted for %s, of %s: %s, of the other: %s",
            statuses.sequence(),
            once.contactKey(customer),
            group.contactKey(customer),
            story(group.contactKey(customer)),
            story(once.contactKey(customer)))
        .hasSize(1);
    var id = ids.getFirst();
    return statuses.webhooks().stream()
        .map(words -> Bodies.ofStatuses(group.number(customer), id, words, statuses.epochSecond()))
        .toList();
  }

  private List<String> story(String contactKey) {
    return table.strings(
        "SELECT concat_ws(' ', sequence, state, purpose, left(message::text, 120)) FROM"
            + " outbox_message WHERE contact_key = ? ORDER BY sequence",
        contactKey);
  }

  private List<Long> newlyAccepted(int customer) {
    var sequences =
        table
            .strings(
                "SELECT sequence FROM outbox_message WHERE contact_key = ? AND state = 'accepted'"
                    + " AND sequence > "
                    + lastSequence.getOrDefault(customer, -1L)
                    + " ORDER BY sequence",
                once.contactKey(customer))
            .stream()
            .map(Long::valueOf)
            .toList();
    if (!sequences.isEmpty()) {
      lastSequence.put(customer, sequences.getLast());
    }
    return sequences;
  }

  private void awaitFirstWords(Group group) {
    await("the first word of each customer")
        .atMost(PATIENCE)
        .until(
            () ->
                table.number(
                    "SELECT count(*) FROM contact WHERE contact_key LIKE ?", group.allKeys()),
            it -> it == group.size());
  }

  private void awaitQuiet(Group group) {
    await("nothing under way for " + group)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> EndState.unrest(table, group) == 0);
  }

  private void compare() {
    for (var customer : once.customers()) {
      assertThat(EndState.of(table, fivefold, customer))
          .as("customer %d, delivered five times", customer)
          .isEqualTo(EndState.of(table, once, customer));
    }
  }

  /** What was walked through, so that a drill of nothing is seen. */
  String summary() {
    return "%d webhooks five times, to the same end: %s transitions, %s messages, %s flows"
        .formatted(
            shuffled.delivered(),
            table.number(
                "SELECT count(*) FROM transition WHERE contact_key LIKE ?", fivefold.allKeys()),
            table.number(
                "SELECT count(*) FROM outbox_message WHERE contact_key LIKE ?", fivefold.allKeys()),
            table.number(
                "SELECT count(DISTINCT flow) FROM transition WHERE contact_key LIKE ?",
                fivefold.allKeys()));
  }
}
