package dev.tapflow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Content HELLO = new Content.Text("hello");
  private static final Content THUMB = new Content.Reaction("wamid.1", Optional.of("👍"));

  private final Window window = new Window(settings(false));

  @Test
  void closesADayAfterTheMessageWasSentNotAfterItArrived() {
    assertThat(window.after(Optional.empty(), HELLO, NOON))
        .contains(NOON.plus(Duration.ofHours(24)));
  }

  @Test
  void neverGoesBackForAMessageThatCameLate() {
    var closesAt = Optional.of(NOON.plus(Duration.ofHours(24)));

    assertThat(window.after(closesAt, HELLO, NOON.minus(Duration.ofHours(3)))).isEqualTo(closesAt);
  }

  @Test
  void isNotOpenedByAReaction() {
    assertThat(window.after(Optional.empty(), THUMB, NOON)).isEmpty();
  }

  @Test
  void isOpenedByAReactionWhereTheSettingSaysSo() {
    assertThat(new Window(settings(true)).after(Optional.empty(), THUMB, NOON)).isPresent();
  }

  @Test
  void isNeverOpenedByWhatsAppsOwnNews() {
    var moved = new Content.SystemNotice("user_changed_number", "moved", Optional.empty());

    assertThat(new Window(settings(true)).after(Optional.empty(), moved, NOON)).isEmpty();
  }

  private static WindowSettings settings(boolean lenient) {
    return new WindowSettings() {
      @Override
      public Duration margin() {
        return Duration.ofMinutes(2);
      }

      @Override
      public boolean openedByReactions() {
        return lenient;
      }

      @Override
      public boolean openedByUnsupported() {
        return lenient;
      }
    };
  }
}
