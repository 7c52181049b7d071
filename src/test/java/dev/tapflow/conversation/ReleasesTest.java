package dev.tapflow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReleasesTest {

  private static final StepRef HELLO = new StepRef("old", "hello");

  @Inject Releases releases;
  @Inject ReleaseRepository table;

  @Test
  void readsTheReleaseThatAnOpenConversationKeepsFromTheTable() {
    // Given
    var files =
        Map.of(
            "old.flow.yaml",
            """
            flow: old
            start: hello
            triggers:
              - words: [old]
            steps:
              hello:
                say: Hello.
                next: end
            """);
    var old = (LoadResult.Loaded) new ReleaseLoader().load(files);
    QuarkusTransaction.requiringNew()
        .run(() -> table.publish(old.release().id(), old.hash(), files, Instant.EPOCH));

    // Then
    assertThat(releases.forOpen(old.release().id(), HELLO).step(HELLO)).isPresent();
    assertThat(releases.forOpen(old.release().id(), HELLO).id()).isEqualTo(old.release().id());
  }

  @Test
  void takesTheNewestForAReleaseThatIsNowhere() {
    assertThat(releases.forOpen("00000000", HELLO).id()).isEqualTo(releases.newest().id());
  }
}
