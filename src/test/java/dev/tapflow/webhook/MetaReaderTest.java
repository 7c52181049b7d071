package dev.tapflow.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.inbox.EventRecord.Unrouted;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.outbox.DeliveryStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetaReaderTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Instant SENT = Instant.ofEpochSecond(1_767_607_200);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void readsATapWhole() {
    // When
    var incoming = read(new TestChannels().with("main"), "main", Bodies.TAP);

    // Then
    assertThat(incoming.messages())
        .singleElement()
        .usingRecursiveComparison()
        .isEqualTo(
            new Inbound(
                new ContactKey("main", "+34600000001"),
                "wamid.IN1",
                SENT,
                new Event.Message(
                    Optional.of(new PhoneNumber("+34600000001")),
                    Optional.of("Ana"),
                    Optional.of("wamid.OUT9"),
                    new Content.Tap(Optional.of("yes"), "Yes")),
                Bodies.TAP.getBytes(UTF_8)));
    assertThat(incoming.statuses()).isEmpty();
    assertThat(incoming.unrouted()).isEmpty();
  }

  @Test
  void knowsACustomerWithoutANumberByTheUserId() {
    // When
    var messages = read(new TestChannels().with("main"), "main", Bodies.TWO_CUSTOMERS).messages();

    // Then
    assertThat(messages)
        .extracting(Inbound::contact)
        .containsExactly(new ContactKey("main", "+447700900123"), new ContactKey("main", "ES.777"));
    assertThat(messages)
        .extracting(Inbound::event)
        .containsExactly(
            new Event.Message(
                Optional.of(new PhoneNumber("+447700900123")),
                Optional.of("Ben"),
                Optional.empty(),
                Optional.of(new Event.Referral("1", Optional.empty())),
                new Content.Text("hi")),
            new Event.Message(
                Optional.empty(), Optional.empty(), Optional.empty(), new Content.Text("hola")));
  }

  @Test
  void keepsOfALargeDeliveryOnlyTheMessagesOwnPart() {
    // When
    var messages = read(new TestChannels().with("main"), "main", Bodies.TWO_CUSTOMERS).messages();

    // Then
    assertThat(new String(messages.getFirst().raw(), UTF_8)).contains("wamid.A", "1055");
    assertThat(new String(messages.getFirst().raw(), UTF_8)).doesNotContain("wamid.B");
  }

  @Test
  void readsStatusesAndIgnoresOnesItDoesNotKnow() {
    // When
    var incoming = read(new TestChannels().with("main"), "main", Bodies.STATUSES);

    // Then
    assertThat(incoming.messages()).isEmpty();
    assertThat(incoming.statuses())
        .containsExactly(
            new DeliveryStatus(
                "wamid.OUT9",
                DeliveryStatus.Rank.FAILED,
                SENT.plusSeconds(1),
                Optional.of("131047 Re-engagement message: more than 24 hours have passed")),
            new DeliveryStatus(
                "wamid.OUT8", DeliveryStatus.Rank.DELIVERED, SENT.plusSeconds(1), Optional.empty()),
            new DeliveryStatus(
                "wamid.OUT7", DeliveryStatus.Rank.READ, SENT.plusSeconds(2), Optional.empty()));
  }

  @Test
  void readsAChangedNumberWithoutAContactsBlock() {
    assertThat(read(new TestChannels().with("main"), "main", Bodies.NUMBER_CHANGED).messages())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.contact()).isEqualTo(new ContactKey("main", "+34600000001"));
              assertThat(((Event.Message) message.event()).content())
                  .isInstanceOf(Content.SystemNotice.class);
            });
  }

  @Test
  void keepsMetasErrors() {
    assertThat(read(new TestChannels().with("main"), "main", Bodies.ERRORS).unrouted())
        .singleElement()
        .extracting(Unrouted::reason)
        .isEqualTo("errors");
  }

  @Test
  void routesByTheNumberWhateverAddressItCameTo() {
    // Given
    var channels = new TestChannels().withNumber("first", "1").withNumber("second", "1055");

    // Then
    assertThat(read(channels, "first", Bodies.TAP).messages())
        .extracting(message -> message.contact().channel())
        .containsExactly("second");
  }

  @Test
  void givesAnUnknownNumberToTheAddressedChannelIfThatHasNone() {
    // Given
    var channels = new TestChannels().with("open").withNumber("other", "2");

    // Then
    assertThat(read(channels, "open", Bodies.TAP).messages())
        .extracting(message -> message.contact().channel())
        .containsExactly("open");
  }

  @Test
  void keepsAnUnknownNumberUnroutedWhenTheAddressedChannelHasAnother() {
    // When
    var incoming = read(new TestChannels().withNumber("main", "2"), "main", Bodies.TAP);

    // Then
    assertThat(incoming.messages()).isEmpty();
    assertThat(incoming.unrouted())
        .singleElement()
        .satisfies(
            stray -> {
              assertThat(stray.source()).isEqualTo("meta/main");
              assertThat(stray.reason()).isEqualTo("unknown number");
              assertThat(new String(stray.payload(), UTF_8)).contains("wamid.IN1");
            });
    assertThat(meters.get("tapflow.webhook.unknown.number").counter().count()).isEqualTo(1);
  }

  @Test
  void takesATimeFromTheFutureAsNow() {
    var future = Bodies.TAP.replace("1767607200", "99999999999");

    assertThat(read(new TestChannels().with("main"), "main", future).messages())
        .singleElement()
        .extracting(Inbound::occurredAt)
        .isEqualTo(NOW);
  }

  @Test
  void derivesAnIdWhereThereIsNone() {
    // Given
    var first = Bodies.TAP.replace("\"id\": \"wamid.IN1\",", "");
    var second = first.replace("Yes", "No");

    // Then
    assertThat(idOf(first)).startsWith("sha256:").isEqualTo(idOf(first)).isNotEqualTo(idOf(second));
  }

  @Test
  void keepsAMessageWithoutASender() {
    // Given
    var anonymous =
        Bodies.NUMBER_CHANGED.replace("\"from\": \"34600000001\"", "\"from\": \"nobody\"");

    // Then
    assertThat(read(new TestChannels().with("main"), "main", anonymous).unrouted())
        .singleElement()
        .extracting(Unrouted::reason)
        .isEqualTo("no sender");
  }

  @Test
  void keepsWhatIsNotAboutMessages() {
    var other = Bodies.TAP.replace("\"field\": \"messages\"", "\"field\": \"account_update\"");

    assertThat(read(new TestChannels().with("main"), "main", other).unrouted())
        .singleElement()
        .extracting(Unrouted::reason)
        .isEqualTo("field account_update");
  }

  private String idOf(String body) {
    return read(new TestChannels().with("main"), "main", body).messages().getFirst().externalId();
  }

  private Incoming read(TestChannels channels, String addressed, String body) {
    var reader = new MetaReader(channels.channels(), () -> NOW, new WebhookMeters(meters));
    var bytes = body.getBytes(UTF_8);
    var reading = reader.read(addressed, bytes, Json.read(bytes).orElseThrow());
    return ((Reading.Understood) reading).incoming();
  }
}
