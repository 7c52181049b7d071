package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private Instant now = NOON;
  private final RateLimit rate = new RateLimit(() -> now);

  @Test
  void admitsAnyNumberWithoutAnOrder() {
    assertThat(rate.admit("key")).isEmpty();
    assertThat(rate.admit("key")).isEmpty();
  }

  @Test
  void slowsEachKeyByItself() {
    rate.set(new RateLimit.Order(2, Duration.ofSeconds(1), null));
    rate.admit("key");
    now = NOON.plusMillis(400);
    rate.admit("key");

    assertThat(rate.admit("key"))
        .contains(new Reply.Slower(RetryAfter.SECONDS, now, NOON.plusSeconds(1)));
    assertThat(rate.admit("other")).isEmpty();

    now = NOON.plusSeconds(1);
    assertThat(rate.admit("key")).isEmpty();
    assertThat(rate.admit("key"))
        .contains(new Reply.Slower(RetryAfter.SECONDS, now, NOON.plusMillis(1400)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "SECONDS | Retry-After | 4 | -",
        "HTTP_DATE | Retry-After | Mon, 5 Jan 2026 12:00:04 GMT | -",
        "RESET_HEADER | X-RateLimit-Reset | 1767614404 | -",
        "BODY_ISO | - | - | {\"retry_at\":\"2026-01-05T12:00:03.500Z\"}",
        "BODY_EPOCH_S | - | - | {\"retry_at\":1767614404}",
        "BODY_EPOCH_MS | - | - | {\"retry_at\":1767614403500}",
        "NONE | - | - | {}"
      })
  void saysUntilWhenInEveryForm(RetryAfter form, String header, String value, String json) {
    var response = Response.status(429);
    var body = Json.object();
    form.write(response, body, NOON, NOON.plusMillis(3500));
    if (header != null) {
      assertThat(response.build().getHeaderString(header)).isEqualTo(value);
    }
    assertThat(body.toString()).isEqualTo(json == null ? "{}" : json);
  }
}
