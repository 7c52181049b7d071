package dev.tapflow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  @Test
  void doublesUpToTheLongest() {
    assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.after(4, 0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(backoff.after(7, 0)).isEqualTo(Duration.ofMinutes(1));
    assertThat(backoff.after(5000, 0)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void isShortenedByUpToHalf() {
    assertThat(backoff.after(4, 1)).isEqualTo(Duration.ofSeconds(4));
    assertThat(backoff.after(4, 0.5)).isEqualTo(Duration.ofSeconds(6));
  }
}
