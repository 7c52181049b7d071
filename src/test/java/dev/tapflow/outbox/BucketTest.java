package dev.tapflow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @Test
  void letsABurstThroughAndThenOneAtATime() {
    var bucket = new Bucket(Rate.of("45+1/6s"), Optional.empty());
    for (int sent = 0; sent < 45; sent++) {
      assertThat(bucket.waitAt(NOW)).isEqualTo(Duration.ZERO);
      bucket = bucket.taken(NOW);
    }

    assertThat(bucket.waitAt(NOW)).isEqualTo(Duration.ofSeconds(6));
    assertThat(bucket.waitAt(NOW.plusSeconds(6))).isEqualTo(Duration.ZERO);
    assertThat(bucket.taken(NOW.plusSeconds(6)).waitAt(NOW.plusSeconds(6)))
        .isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void fillsUpAgainAndNoFurther() {
    var bucket = new Bucket(Rate.of("2/1s"), Optional.empty()).taken(NOW).taken(NOW);
    var later = NOW.plusSeconds(3600);

    assertThat(bucket.waitAt(NOW)).isEqualTo(Duration.ofMillis(500));
    assertThat(bucket.taken(later).taken(later).waitAt(later)).isEqualTo(Duration.ofMillis(500));
  }
}
