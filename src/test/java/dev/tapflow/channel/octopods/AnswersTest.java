package dev.tapflow.channel.octopods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.SendResult;
import dev.tapflow.channel.octopods.Answers.Family;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Duration PAUSE = Duration.ofSeconds(4);

  @Test
  void keepsBothIdsOfWhatWasTaken() {
    assertThat(
            sort(
                Family.INTERACTIVE,
                201,
                """
                { "request_id": "0b5c0b0e-0000-4000-8000-000000000001", "message_id": 700123,
                  "channel_message_id": "wamid.HBgLExample" }
                """))
        .isEqualTo(
            new SendResult.Accepted(Optional.of("700123"), Optional.of("wamid.HBgLExample")));
  }

  @Test
  void takesATemplatesAnswerWithoutWhatsAppsId() {
    assertThat(sort(Family.TEMPLATE, 201, "{\"request_id\":\"r\",\"message_id\":7}"))
        .isEqualTo(new SendResult.Accepted(Optional.of("7"), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"message_id\":null}"})
  void doesNotBelieveASuccessThatNamesNoMessage(String body) {
    assertThat(sort(Family.INTERACTIVE, 201, body)).isInstanceOf(SendResult.Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9, 10})
  void refusesForGoodAndKeepsTheText(int code) {
    assertThat(sort(Family.INTERACTIVE, 400, error(code)))
        .isEqualTo(
            new SendResult.Refused(
                String.valueOf(code), "HTTP 400 code %d: it is wrong".formatted(code)));
  }

  @Test
  void stopsTheChannelWhenTheKeyWasRotated() {
    assertThat(sort(Family.TEMPLATE, 400, error(6)))
        .isEqualTo(new SendResult.Stopped("6", "HTTP 400 code 6: it is wrong"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void stopsTheChannelWhenItMayNotSend(int status) {
    assertThat(sort(Family.INTERACTIVE, status, "{\"error\":\"no\"}"))
        .isEqualTo(new SendResult.Stopped(String.valueOf(status), "HTTP %d: no".formatted(status)));
  }

  @Test
  void readsCode7AsAClosedWindowButNotForATemplate() {
    assertThat(sort(Family.INTERACTIVE, 400, error(7))).isInstanceOf(SendResult.WindowClosed.class);
    assertThat(sort(Family.TEMPLATE, 400, error(7))).isInstanceOf(SendResult.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504, 520})
  void doesNotKnowWhatBecameOfAMessageThatBrokeTheServer(int status) {
    assertThat(sort(Family.INTERACTIVE, status, "oops")).isInstanceOf(SendResult.Unclear.class);
  }

  @Test
  void triesLaterWhatTheServerIsTooBusyFor() {
    assertThat(sort(Family.INTERACTIVE, 503, "")).isInstanceOf(SendResult.TryLater.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After|30|2026-01-05T10:00:30Z",
        "retry-after|Mon, 5 Jan 2026 10:02:00 GMT|2026-01-05T10:02:00Z",
        "X-RateLimit-Reset|1767607260|2026-01-05T10:01:00Z",
        "X-RateLimit-Reset|2026-01-05T10:01:00+00:00|2026-01-05T10:01:00Z",
      })
  void waitsUntilTheTimeInAHeader(String header, String value, Instant until) {
    assertThat(slowDown(Map.of(header, value), "{\"retry_at\":\"2026-01-05T11:00:00Z\"}"))
        .isEqualTo(until);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"retry_at\":\"2026-01-05T10:05:00Z\"}|2026-01-05T10:05:00Z",
        "{\"retry_timestamp\":1767607500}|2026-01-05T10:05:00Z",
        "{\"resetAt\":1767607500000}|2026-01-05T10:05:00Z",
        "{\"limit\":{\"rate_limit_reset\":\"1767607500\"}}|2026-01-05T10:05:00Z",
        "{\"retry_after_seconds\":2.5}|2026-01-05T10:00:02.500Z",
        "{\"retry_at\":\"soon\",\"reset\":\"2026-01-05T10:05:00Z\"}|2026-01-05T10:05:00Z",
      })
  void waitsUntilTheTimeInTheBody(String body, Instant until) {
    assertThat(slowDown(Map.of(), body)).isEqualTo(until);
  }

  @Test
  void waitsByItselfWhereNoTimeIsGiven() {
    assertThat(slowDown(Map.of(), "{\"error\":\"too fast\"}")).isEqualTo(NOW.plus(PAUSE));
  }

  @Test
  void neitherKnocksAtOnceNorWaitsForEver() {
    assertThat(slowDown(Map.of("Retry-After", "0"), "")).isEqualTo(NOW.plusSeconds(1));
    assertThat(slowDown(Map.of(), "{\"retry_at\":\"2036-01-01T00:00:00Z\"}"))
        .isEqualTo(NOW.plus(Duration.ofHours(24)));
  }

  private static String error(int code) {
    return "{\"request_id\":\"r\",\"error_code\":%d,\"error\":\"it is wrong\"}".formatted(code);
  }

  private static Instant slowDown(Map<String, String> headers, String body) {
    var answer = answer(429, headers, body);
    return ((SendResult.SlowDown) Answers.sort(Family.INTERACTIVE, answer, NOW, PAUSE)).until();
  }

  private static SendResult sort(Family family, int status, String body) {
    return Answers.sort(family, answer(status, Map.of(), body), NOW, PAUSE);
  }

  private static Answer answer(int status, Map<String, String> headers, String body) {
    return new Answer(
        status,
        name ->
            headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst(),
        Answer.read(body));
  }
}
