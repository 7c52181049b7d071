package dev.tapflow.channel.octopods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.StatusResult;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentStatusTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant PAUSE = NOW.plusSeconds(8);

  @Test
  void readsTheShapeWithATimeForEachStatus() {
    var body =
        """
        {"request_id": "r", "message_id": 700123, "status": "delivered",
         "phone_number": "+34600000001", "channel_message_id": "wamid.HBgLExample",
         "sent_at": "2026-01-05T10:00:01Z", "delivered_at": "2026-01-05T10:00:03Z",
         "read_at": null, "failure_reason": null}
        """;

    assertThat(read(200, body))
        .isEqualTo(
            new StatusResult.Told(
                "delivered",
                Optional.of(NOW.plusSeconds(3)),
                Optional.of("wamid.HBgLExample"),
                Optional.empty()));
  }

  @Test
  void readsTheShapeInCapitals() {
    var body =
        """
        {"request_id": "r", "message_id": 700123, "status": "FAILED", "status_message": "no",
         "channel_message_id": "wamid.HBgLExample", "intercom_conversation_id": "",
         "last_updated": "2026-01-05T10:00:09Z", "failure_reason": "no WhatsApp"}
        """;

    assertThat(read(200, body))
        .isEqualTo(
            new StatusResult.Told(
                "failed",
                Optional.of(NOW.plusSeconds(9)),
                Optional.of("wamid.HBgLExample"),
                Optional.of("no WhatsApp")));
  }

  @Test
  void needsNothingButTheWord() {
    assertThat(read(200, "{\"status\":\"UNKNOWN\"}"))
        .isEqualTo(
            new StatusResult.Told("unknown", Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(read(200, "fine")).isInstanceOf(StatusResult.Failed.class);
  }

  @Test
  void tellsAnUnknownMessageFromAKeyThatIsTooOld() {
    assertThat(read(404, "")).isEqualTo(new StatusResult.NotKnown());
    assertThat(read(400, "{\"error_code\":3}")).isEqualTo(new StatusResult.NotKnown());
    assertThat(read(400, "{\"error_code\":6}")).isInstanceOf(StatusResult.Failed.class);
    assertThat(read(500, "")).isInstanceOf(StatusResult.Failed.class);
  }

  @Test
  void pausesTheKey() {
    assertThat(read(429, "{}")).isEqualTo(new StatusResult.SlowDown(PAUSE));
    assertThat(read(429, "{\"retry_at\":\"2026-01-05T10:00:30Z\"}"))
        .isEqualTo(new StatusResult.SlowDown(NOW.plusSeconds(30)));
  }

  private static StatusResult read(int status, String body) {
    return SentStatus.read(
        new Answer(status, name -> Optional.empty(), Answer.read(body)), NOW, PAUSE);
  }
}
