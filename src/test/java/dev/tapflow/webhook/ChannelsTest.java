package dev.tapflow.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapflow.webhook.WebhookSettings.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  private static final Optional<String> SET = Optional.of("secret");
  private static final Optional<String> UNSET = Optional.empty();

  @Test
  void takesMessagesFromTheFirstSourceThatIsSetUp() {
    // Given
    var channels =
        new TestChannels()
            .with("both", UNSET, SET, SET, null)
            .with("relay", UNSET, UNSET, SET, null)
            .with("bare", UNSET, UNSET, UNSET, null)
            .with("told", UNSET, SET, SET, Source.REPLIES)
            .channels();

    // Then
    assertThat(channels.source("both")).isEqualTo(Source.META);
    assertThat(channels.source("relay")).isEqualTo(Source.REPLIES);
    assertThat(channels.source("bare")).isEqualTo(Source.DESK);
    assertThat(channels.source("told")).isEqualTo(Source.REPLIES);
  }

  @Test
  void refusesANameThatNoEnvironmentVariableCanSay() {
    assertThatThrownBy(() -> new TestChannels().with("main-2").channels())
        .hasMessageContaining("tapflow.channels.main-2");
  }

  @Test
  void refusesOneNumberForTwoChannels() {
    assertThatThrownBy(
            () -> new TestChannels().withNumber("one", "7").withNumber("two", "7").channels())
        .hasMessageContaining("one")
        .hasMessageContaining("two");
  }
}
