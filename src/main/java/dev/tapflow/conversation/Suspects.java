package dev.tapflow.conversation;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Inbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Contacts of whom an event failed a whole batch a short while ago. Their next events are handled
 * apart, so that one of them who goes on failing costs nobody else a batch again.
 */
final class Suspects {

  private static final Duration WHILE = Duration.ofMinutes(1);

  /** Beyond it none is added: whoever is not known is found anew. */
  private static final int MOST = 1000;

  private final Map<ContactKey, Instant> until = new ConcurrentHashMap<>();

  void add(ContactKey contact) {
    if (until.size() < MOST) {
      until.put(contact, Instant.now().plus(WHILE));
    }
  }

  /** The batch without the suspects, then each of them. */
  List<List<Inbound>> apart(List<Inbound> batch) {
    if (until.isEmpty()) {
      return List.of(batch);
    }
    until.values().removeIf(Instant.now()::isAfter);
    var parts = new ArrayList<List<Inbound>>();
    var others = filtered(batch, event -> !until.containsKey(event.contact()));
    if (!others.isEmpty()) {
      parts.add(others);
    }
    var alone = new LinkedHashMap<ContactKey, List<Inbound>>();
    filtered(batch, event -> until.containsKey(event.contact()))
        .forEach(
            event -> alone.computeIfAbsent(event.contact(), _ -> new ArrayList<>()).add(event));
    parts.addAll(alone.values());
    return parts;
  }

  /**
   * Two parts of a batch of more than one event. A contact's events stay together; those of a lone
   * contact are parted by time, so that they are still handled in order.
   */
  static List<List<Inbound>> halves(List<Inbound> batch) {
    var contacts = batch.stream().map(Inbound::contact).distinct().toList();
    if (contacts.size() == 1) {
      var byTime = batch.stream().sorted(Comparator.comparing(Inbound::occurredAt)).toList();
      var middle = byTime.size() / 2;
      return List.of(byTime.subList(0, middle), byTime.subList(middle, byTime.size()));
    }
    var first = List.copyOf(contacts.subList(0, contacts.size() / 2));
    return List.of(
        filtered(batch, event -> first.contains(event.contact())),
        filtered(batch, event -> !first.contains(event.contact())));
  }

  private static List<Inbound> filtered(List<Inbound> batch, Predicate<Inbound> which) {
    return batch.stream().filter(which).toList();
  }
}
