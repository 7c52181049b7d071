package dev.tapflow.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tapflow.drill.malformed.Malformed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Whatever becomes of a body that was right once, reading it is never an exception. */
class MutatedBodiesTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Malformed META = Malformed.meta(NOW.getEpochSecond());
  private static final Malformed REPLIES = Malformed.replies(NOW.getEpochSecond());

  /** Held, so that it stays silent: thousands of bodies report thousands of errors. */
  private static final Logger READERS_LOG = Logger.getLogger(MetaReader.class.getName());

  static {
    READERS_LOG.setLevel(Level.OFF);
  }

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MetaReader meta =
      new MetaReader(
          new TestChannels().with("main").channels(), () -> NOW, new WebhookMeters(meters));

  @Property(tries = 4_000)
  void readsMetasBodies(@ForAll @LongRange(max = 1_000_000) long seed) {
    readsAndKeepsLittle(META.body(seed));
    assertThat(meters.getMeters()).hasSizeLessThan(3);
  }

  @Property(tries = 2_000)
  void readsReplies(@ForAll @LongRange(max = 1_000_000) long seed) {
    readsAndKeepsLittle(REPLIES.body(seed));
  }

  private void readsAndKeepsLittle(byte[] body) {
    assertThatCode(
            () ->
                Json.read(body)
                    .ifPresent(
                        json -> {
                          keepsLittle(meta.read("main", body, json), body);
                          keepsLittle(new RepliesReader("main", body, NOW).read(json), body);
                        }))
        .doesNotThrowAnyException();
  }

  /** What is kept may be written with other escapes, and names its number; it is no multiple. */
  private static void keepsLittle(Reading reading, byte[] body) {
    if (reading instanceof Reading.Understood(var incoming)) {
      var kept =
          incoming.messages().stream().mapToLong(it -> it.raw().length).sum()
              + incoming.unrouted().stream().mapToLong(it -> it.payload().length).sum();
      assertThat(kept).as("bytes kept of %d", body.length).isLessThan(8L * body.length + 600_000);
    }
  }
}
