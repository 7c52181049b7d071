package dev.tapflow.channel.octopods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.LookupResult;
import dev.tapflow.channel.LookupResult.SentMessage;
import dev.tapflow.message.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentListTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @Test
  void readsTheDocumentedList() {
    assertThat(
            read(
                200,
                """
                {"request_id": "r", "messages": [
                  {"message_id": 700123, "status": "delivered", "phone_number": "+34600000001",
                   "sent_at": "2026-01-05T10:00:01Z", "failure_reason": null},
                  {"message_id": 700124, "status": "SENT", "phone_number": "34600000002",
                   "sent_at": null}]}
                """))
        .isEqualTo(
            new LookupResult.Listed(
                List.of(
                    new SentMessage(
                        "700123",
                        Optional.of(new PhoneNumber("+34600000001")),
                        Optional.of(Instant.parse("2026-01-05T10:00:01Z")),
                        "delivered"),
                    new SentMessage(
                        "700124",
                        Optional.of(new PhoneNumber("+34600000002")),
                        Optional.empty(),
                        "sent"))));
  }

  @Test
  void readsABareArrayToo() {
    assertThat(read(200, "[{\"message_id\":1,\"status\":\"UNKNOWN\"}]"))
        .isEqualTo(
            new LookupResult.Listed(
                List.of(new SentMessage("1", Optional.empty(), Optional.empty(), "unknown"))));
  }

  @Test
  void countsAgainstTheKeysRate() {
    assertThat(read(429, "{\"retry_at\":\"2026-01-05T10:00:30Z\"}"))
        .isEqualTo(new LookupResult.SlowDown(Instant.parse("2026-01-05T10:00:30Z")));
    assertThat(read(429, "")).isEqualTo(new LookupResult.SlowDown(NOW.plusSeconds(2)));
  }

  @Test
  void tellsNothingWhereTheListCannotBeRead() {
    assertThat(read(500, "oops")).isInstanceOf(LookupResult.Failed.class);
    assertThat(read(200, "oops")).isInstanceOf(LookupResult.Failed.class);
  }

  private static LookupResult read(int status, String body) {
    var answer = new Answer(status, name -> Optional.empty(), Answer.read(body));
    return SentList.read(answer, NOW, NOW.plusSeconds(2));
  }
}
