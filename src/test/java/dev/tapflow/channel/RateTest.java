package dev.tapflow.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void readsARateWhoseBurstIsItself() {
    assertThat(Rate.of("80/1s")).isEqualTo(new Rate(80, 80, Duration.ofSeconds(1)));
    assertThat(Rate.of("80/s")).isEqualTo(new Rate(80, 80, Duration.ofSeconds(1)));
  }

  @Test
  void readsABurstAndHowItFillsAgain() {
    assertThat(Rate.of("45+1/6s")).isEqualTo(new Rate(45, 1, Duration.ofSeconds(6)));
  }

  @Test
  void givesAPartOfItself() {
    assertThat(Rate.of("80/1s").dividedBy(4)).isEqualTo(new Rate(20, 80, Duration.ofSeconds(4)));
    assertThat(Rate.of("1/6s").dividedBy(4)).isEqualTo(new Rate(1, 1, Duration.ofSeconds(24)));
  }

  @Test
  void saysWhatARateLooksLike() {
    assertThatThrownBy(() -> Rate.of("fast"))
        .hasMessage("Expected a rate such as 80/1s or 45+1/6s, but got 'fast'");
    assertThatThrownBy(() -> Rate.of("0/1s")).hasMessageContaining("at least 1");
  }
}
