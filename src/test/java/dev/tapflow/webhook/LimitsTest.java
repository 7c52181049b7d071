package dev.tapflow.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tapflow.message.Event;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one delivery may make us do is bounded, whoever signed it. */
class LimitsTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void refusesMoreUpdatesThanMetaSendsAtOnce() {
    assertThat(read(messages(1000))).isInstanceOf(Reading.Understood.class);
    assertThat(read(messages(1001)))
        .isEqualTo(Reading.Violation.of("Expected at most 1000 updates, but got 1001"));
    assertThat(
            read("\"statuses\":[%s]".formatted(times(1001, "{\"id\":\"x\",\"status\":\"sent\"}"))))
        .isInstanceOf(Reading.Violation.class);
  }

  @Test
  void countsChangesThatHoldNothing() {
    var body = "{\"entry\":[{\"changes\":[%s]}]}".formatted(times(1001, "{\"field\":\"x\"}"));

    assertThat(readBody(body)).isInstanceOf(Reading.Violation.class);
  }

  @Test
  void repeatsNoLargeMetadataBesideEachMessage() {
    var large = "\"metadata\":{\"x\":\"%s\"},%s".formatted("x".repeat(10_000), messages(500));

    assertThat(incoming(large).messages())
        .allSatisfy(message -> assertThat(message.raw()).hasSizeLessThan(200));
  }

  @Test
  void findsSendersAmongManyCards() {
    var cards =
        IntStream.range(0, 60_000)
            .mapToObj("{\"wa_id\":\"3460%07d\"}"::formatted)
            .collect(Collectors.joining(",", "\"contacts\":[", "],"));

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> incoming(cards + messages(1000)));
  }

  @Test
  void ignoresStatusesOfIdsThatNoIndexHolds() {
    var body =
        "\"statuses\":[{\"id\":\"%s\",\"status\":\"read\"},{\"id\":\"wamid.1\",\"status\":\"read\"}]";

    assertThat(incoming(body.formatted("x".repeat(3000))).statuses())
        .singleElement()
        .satisfies(status -> assertThat(status.channelMessageId()).isEqualTo("wamid.1"));
  }

  @Test
  void cutsWhatMetaSaysOfAnError() {
    var body =
        "\"statuses\":[{\"id\":\"a\",\"status\":\"failed\",\"errors\":[{\"title\":\"%s\"}]}]"
            .formatted("😀".repeat(2000));

    assertThat(incoming(body).statuses())
        .singleElement()
        .satisfies(status -> assertThat(status.error().orElseThrow()).hasSize(1000).endsWith("😀"));
  }

  @Test
  void takesNoUserIdForANumber() {
    var body = "\"messages\":[{\"from_user_id\":\"+34600000001\",\"id\":\"1\",\"type\":\"text\"}]";

    assertThat(incoming(body).messages()).isEmpty();
    assertThat(incoming(body).unrouted()).hasSize(1);
  }

  @Test
  void cutsLongNames() {
    var body =
        "\"contacts\":[{\"profile\":{\"name\":\"%s\"},\"wa_id\":\"34600000001\"}],%s"
            .formatted("é".repeat(5000), messages(1));

    assertThat(incoming(body).messages())
        .singleElement()
        .satisfies(
            message ->
                assertThat(((Event.Message) message.event()).profileName().orElseThrow())
                    .hasSize(256));
  }

  @Test
  void takesNoNumberThatCannotBeStoredFromAForm() {
    var form = FormResponse.of("{\"a\":1e999,\"b\":%s,\"c\":1.5}".formatted("9".repeat(60)));

    assertThat(form.values()).containsEntry("a", null).containsEntry("c", 1.5);
    assertThat(form.values().get("b")).isInstanceOf(Double.class);
    assertThat(FormResponse.of("[".repeat(500)).values()).isEmpty();
    assertThat(FormResponse.of("{\"a\":%s}".formatted("[".repeat(99) + "]".repeat(99))).values())
        .isEmpty();
  }

  private static String messages(int count) {
    return "\"messages\":[%s]"
        .formatted(
            times(
                count, "{\"from\":\"34600000001\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}}"));
  }

  private static String times(int count, String json) {
    return String.join(",", Collections.nCopies(count, json));
  }

  private static Incoming incoming(String value) {
    return ((Reading.Understood) read(value)).incoming();
  }

  private static Reading read(String value) {
    return readBody("{\"entry\":[{\"changes\":[{\"value\":{%s}}]}]}".formatted(value));
  }

  private static Reading readBody(String body) {
    var bytes = body.getBytes(UTF_8);
    var reader =
        new MetaReader(
            new TestChannels().with("main").channels(),
            () -> NOW,
            new WebhookMeters(new SimpleMeterRegistry()));
    return reader.read("main", bytes, Json.read(bytes).orElseThrow());
  }
}
