package dev.tapflow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.outbox.DeliveryStatus.Rank;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "SENT, DELIVERED, 1, DELIVERED",
    "SENT, READ, 1, READ",
    "SENT, FAILED, 1, FAILED",
    "DELIVERED, SENT, 1, DELIVERED",
    "DELIVERED, FAILED, 1, DELIVERED",
    "READ, DELIVERED, 1, READ",
    "FAILED, SENT, 1, FAILED",
    "FAILED, DELIVERED, 1, DELIVERED",
    "FAILED, DELIVERED, -1, FAILED",
    "FAILED, READ, 1, READ",
  })
  void neverGoesBack(Rank before, Rank status, int secondsLater, Rank after) {
    assertThat(Delivery.after(Optional.of(new Delivery(before, NOW)), at(status, secondsLater)))
        .extracting(Delivery::rank)
        .isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({"SENT", "DELIVERED", "READ", "FAILED"})
  void beginsAnywhereAndKeepsWhatItKnows(Rank rank) {
    var first = Delivery.after(Optional.empty(), at(rank, 0));

    assertThat(first).isEqualTo(new Delivery(rank, NOW));
    assertThat(Delivery.after(Optional.of(first), at(rank, 5))).isSameAs(first);
  }

  private static DeliveryStatus at(Rank rank, int seconds) {
    return new DeliveryStatus("wamid.1", rank, NOW.plusSeconds(seconds), Optional.empty());
  }
}
