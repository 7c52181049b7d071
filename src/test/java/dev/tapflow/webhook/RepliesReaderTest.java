package dev.tapflow.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import dev.tapflow.message.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesReaderTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Instant SENT = Instant.parse("2026-01-05T10:00:00Z");
  private static final String RIGHT =
      """
      {"id":"r-1","phone":"+34600000001","timestamp":1767607200,"reply":{"id":"yes","title":"Yes"}}""";

  @Test
  void readsATap() {
    assertThat(messages(RIGHT))
        .singleElement()
        .usingRecursiveComparison()
        .isEqualTo(
            new Inbound(
                new ContactKey("relay", "+34600000001"),
                "r-1",
                SENT,
                message(new Content.Tap(Optional.of("yes"), "Yes")),
                RIGHT.getBytes(UTF_8)));
  }

  @Test
  void readsSeveralInTheirOrder() {
    // Given
    var body =
        """
        [{"id":"a","phone":"+34600000001","timestamp":"1767607200","text":"h\\u0000i","more":1,"reply":null},
         {"id":"b","phone":"+34600000001","timestamp":"2026-01-05T11:00:00+01:00","reply":{"id":"n","title":"No"}}]
        """;

    // Then
    assertThat(messages(body)).extracting(Inbound::externalId).containsExactly("a", "b");
    assertThat(messages(body)).extracting(Inbound::occurredAt).containsOnly(SENT);
    assertThat(messages(body).getFirst().event()).isEqualTo(message(new Content.Text("h\uFFFDi")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1767607200",
        "1767607200.0",
        "\"1767607200\"",
        "\"2026-01-05T10:00:00Z\"",
        "\"2026-01-05T10:00Z\"",
        "\"2026-01-05T12:00:00.000+0200\"",
        "\"2026-01-05T12:00:00+02\""
      })
  void readsEveryFormOfATime(String timestamp) {
    assertThat(messages(RIGHT.replace("1767607200", timestamp)))
        .singleElement()
        .extracting(Inbound::occurredAt)
        .isEqualTo(SENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"id\":\"r-1\"                       | \"id\":\"\"                             | id",
        "\"id\":\"r-1\"                       | \"id\":1                                | id",
        "\"id\":\"r-1\"                       | \"other\":\"r-1\"                       | id",
        "\"phone\":\"+34600000001\"           | \"phone\":\"34600000001\"               | phone",
        "\"phone\":\"+34600000001\"           | \"phone\":\"+34 600 000 001\"           | phone",
        "\"phone\":\"+34600000001\"           | \"phone\":null                          | phone",
        "1767607200                           | 1767607200000                           | timestamp",
        "1767607200                           | -1                                      | timestamp",
        "1767607200                           | \"2026-01-05\"                          | timestamp",
        "1767607200                           | \"2026-01-05T10:00:00\"                 | timestamp",
        "1767607200                           | 1e999                                   | timestamp",
        "1767607200                           | true                                    | timestamp",
        "\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"} | \"no\":1                          | reply",
        "\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"} | \"reply\":{\"id\":\"y\",\"title\":\"Y\"},\"text\":\"x\" | reply",
        "\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"} | \"reply\":\"yes\"                 | reply",
        "\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"} | \"reply\":{\"title\":\"Yes\"}     | reply.id",
        "\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"} | \"reply\":{\"id\":\"yes\"}        | reply.title",
        "\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"} | \"text\":\"\"                     | text",
        "\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"} | \"text\":5                        | text"
      })
  void namesTheElementAndFieldOfAViolation(String right, String wrong, String field) {
    // Given
    var body = "[%s,%s]".formatted(RIGHT, RIGHT.replace(right, wrong));

    // When
    var reading = read(body);

    // Then
    assertThat(reading).isInstanceOf(Reading.Violation.class);
    assertThat(((Reading.Violation) reading).members())
        .isEqualTo(Map.of("index", 1, "field", field));
  }

  @Test
  void takesIdsOf256CharactersAndNoMore() {
    assertThat(messages(RIGHT.replace("r-1", "x".repeat(256)))).hasSize(1);
    assertThat(read(RIGHT.replace("r-1", "x".repeat(257)))).isInstanceOf(Reading.Violation.class);
  }

  @Test
  void takesAThousandAndNoMore() {
    assertThat(messages(many(1000))).hasSize(1000);
    assertThat(read(many(1001))).isInstanceOf(Reading.Violation.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"x\"", "null", "true"})
  void refusesWhatIsNeitherObjectNorArray(String body) {
    assertThat(read(body)).isInstanceOf(Reading.Violation.class);
  }

  private static String many(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> RIGHT.replace("r-1", "r-" + number))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Event.Message message(Content content) {
    return new Event.Message(
        Optional.of(new PhoneNumber("+34600000001")), Optional.empty(), Optional.empty(), content);
  }

  private static List<Inbound> messages(String body) {
    return ((Reading.Understood) read(body)).incoming().messages();
  }

  private static Reading read(String body) {
    var bytes = body.getBytes(UTF_8);
    return new RepliesReader("relay", bytes, NOW).read(Json.read(bytes).orElseThrow());
  }
}
