package dev.tapflow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuspectsTest {

  private final Suspects suspects = new Suspects();

  @Test
  void leavesABatchOfHonestContactsAsItIs() {
    var batch = batch("ana", "ben", "ana");

    assertThat(suspects.apart(batch)).containsExactly(batch);
    suspects.add(key("zoe"));
    assertThat(suspects.apart(batch)).containsExactly(batch);
  }

  @Test
  void handlesSuspectsApartAndLast() {
    // Given
    suspects.add(key("ben"));
    suspects.add(key("ana"));

    // Then
    assertThat(names(suspects.apart(batch("ben", "eve", "ana", "zoe", "ben"))))
        .containsExactly(List.of("eve", "zoe"), List.of("ben", "ben"), List.of("ana"));
    assertThat(names(suspects.apart(batch("ana")))).containsExactly(List.of("ana"));
  }

  @Test
  void keepsAContactsEventsTogetherWhenItHalves() {
    assertThat(names(Suspects.halves(batch("ana", "ben", "ana", "eve", "ben"))))
        .containsExactly(List.of("ana", "ana"), List.of("ben", "eve", "ben"));
  }

  @Test
  void partsALoneContactsEventsByTime() {
    // Given
    var late = event("ana", 3);
    var early = event("ana", 1);
    var between = event("ana", 2);

    // Then
    assertThat(Suspects.halves(List.of(late, early, between)))
        .containsExactly(List.of(early), List.of(between, late));
  }

  @Test
  void findsOneAmongManyInFewParts() {
    // Given
    var batch = batch(IntStream.range(0, 64).mapToObj("c%02d"::formatted).toArray(String[]::new));
    var tried = new ArrayList<List<Inbound>>();

    // When
    find("c37", batch, tried);

    // Then
    assertThat(tried).hasSize(13);
    assertThat(tried.getLast()).hasSizeLessThan(64);
  }

  private static void find(String poisoned, List<Inbound> batch, List<List<Inbound>> tried) {
    tried.add(batch);
    if (batch.size() > 1 && names(List.of(batch)).getFirst().contains(poisoned)) {
      Suspects.halves(batch).forEach(half -> find(poisoned, half, tried));
    }
  }

  private static List<Inbound> batch(String... contacts) {
    return IntStream.range(0, contacts.length).mapToObj(i -> event(contacts[i], i)).toList();
  }

  private static Inbound event(String contact, int second) {
    return new Inbound(
        key(contact),
        contact + second,
        Instant.ofEpochSecond(second),
        new Event.TimerFired(1),
        new byte[0]);
  }

  private static ContactKey key(String contact) {
    return new ContactKey("main", contact);
  }

  private static List<List<String>> names(List<List<Inbound>> parts) {
    return parts.stream()
        .map(part -> part.stream().map(event -> event.contact().address()).toList())
        .toList();
  }
}
