package dev.tapflow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.LookupResult.SentMessage;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.outbox.Search.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final Instant BEGUN = Instant.parse("2026-01-05T10:00:00.900Z");
  private static final Instant LATER = BEGUN.plusSeconds(60);
  private static final PhoneNumber ANA = new PhoneNumber("+34600000001");
  private static final UnclearSend SEND = send("main", BEGUN);

  @Test
  void findsOurMessageByNumberAndTime() {
    var ours = sent("7", ANA, BEGUN.minusMillis(900));

    assertThat(find(List.of(sent("8", new PhoneNumber("+34600000002"), BEGUN), ours)))
        .isEqualTo(new Finding.Sent(ours));
  }

  @Test
  void findsTheSameNumberInAnotherSpelling() {
    var inList = sent("7", new PhoneNumber("+5215512345678"), BEGUN);
    var send =
        new UnclearSend(
            new ContactKey("main", "+525512345678"),
            1,
            1,
            true,
            new PhoneNumber("+525512345678"),
            BEGUN,
            BEGUN);

    assertThat(new Search(List.of(inList), Set.of()).find(List.of(send), LATER))
        .containsEntry(send, new Finding.Sent(inList));
  }

  @Test
  void takesNeitherAnOlderMessageNorOneWeHave() {
    assertThat(find(List.of(sent("7", ANA, BEGUN.minusSeconds(3)))))
        .isEqualTo(new Finding.NotSent());
    assertThat(new Search(List.of(sent("7", ANA, BEGUN)), Set.of("7")).find(List.of(SEND), LATER))
        .containsEntry(SEND, new Finding.NotSent());
  }

  @Test
  void concludesNothingFromAListThatDoesNotReachBack() {
    var full =
        IntStream.range(0, 100)
            .mapToObj(i -> sent("x" + i, new PhoneNumber("+34700000001"), BEGUN.plusSeconds(i)))
            .toList();

    assertThat(find(full)).isEqualTo(new Finding.Unknown());
  }

  @Test
  void concludesNothingWhileTheVendorMayStillBeAtIt() {
    assertThat(new Search(List.of(), Set.of()).find(List.of(SEND), BEGUN))
        .containsEntry(SEND, new Finding.Unknown());
  }

  @Test
  void givesOneEntryToOneSendOnly() {
    var other = send("shop", BEGUN.plusSeconds(1));
    var entry = sent("7", ANA, BEGUN.plusSeconds(1));

    assertThat(new Search(List.of(entry), Set.of()).find(List.of(other, SEND), LATER))
        .containsEntry(SEND, new Finding.Sent(entry))
        .containsEntry(other, new Finding.NotSent());
  }

  private static Finding find(List<SentMessage> listed) {
    return new Search(listed, Set.of()).find(List.of(SEND), LATER).get(SEND);
  }

  private static UnclearSend send(String channel, Instant begun) {
    return new UnclearSend(ContactKey.of(channel, ANA), 1, 1, true, ANA, begun, begun);
  }

  private static SentMessage sent(String id, PhoneNumber phone, Instant at) {
    return new SentMessage(id, Optional.of(phone), Optional.of(at), "sent");
  }
}
