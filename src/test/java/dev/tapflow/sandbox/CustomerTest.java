package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.sandbox.PhoneMessage.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CustomerTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final AtomicInteger changes = new AtomicInteger();
  private final SandboxClock clock = new SandboxClock(() -> NOON);
  private final Customer ana =
      new Customer(
          new CustomerNumber("+34600000001"), "Ana", customer -> changes.incrementAndGet());

  @Test
  void isNotWrittenToBeforeSheWrites() {
    assertThat(ana.mayBeWrittenTo(clock.instant())).isFalse();
  }

  @Test
  void isWrittenToForADay() {
    ana.writes(text("in", clock.instant()), true);

    clock.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(ana.mayBeWrittenTo(clock.instant())).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(ana.mayBeWrittenTo(clock.instant())).isFalse();

    clock.set(NOON);
    assertThat(ana.mayBeWrittenTo(clock.instant())).isTrue();
  }

  @Test
  void opensNoWindowByAReactionOrByALateOldMessage() {
    ana.writes(text("reaction", NOON), false);
    assertThat(ana.mayBeWrittenTo(NOON)).isFalse();

    ana.writes(text("new", NOON), true);
    ana.writes(text("old", NOON.minus(Duration.ofDays(3))), true);
    assertThat(ana.mayBeWrittenTo(NOON.plus(Duration.ofHours(23)))).isTrue();
  }

  @Test
  void readsEachMessageOnce() {
    ana.receives(PhoneMessage.fromBusiness("out", NOON, new Content.Text("hello")));
    assertThat(ana.unread()).isEqualTo(1);

    assertThat(ana.readsAll(NOON)).extracting(PhoneMessage::id).containsExactly("out");
    assertThat(ana.unread()).isZero();
    assertThat(ana.readsAll(NOON)).isEmpty();
    assertThat(ana.message("out").orElseThrow().progress())
        .isEqualTo(new PhoneMessage.Progress(Status.READ, NOON, NOON, null));
  }

  @Test
  void neverTakesAStatusBack() {
    ana.receives(PhoneMessage.fromBusiness("out", NOON, new Content.Text("hello")));
    ana.mark("out", Status.READ, NOON, null);
    ana.mark("out", Status.DELIVERED, NOON, null);
    assertThat(ana.message("out")).map(PhoneMessage::status).contains(Status.READ);

    ana.mark("out", Status.FAILED, NOON, "why");
    ana.mark("out", Status.READ, NOON, null);
    assertThat(ana.message("out")).map(m -> m.progress().error()).contains("why");
  }

  @Test
  void tellsOfEveryChange() {
    ana.writes(text("in", NOON), true);
    ana.receives(PhoneMessage.fromBusiness("out", NOON, new Content.Text("hello")));
    ana.rename("Anna");
    assertThat(changes).hasValue(3);
  }

  private static PhoneMessage text(String id, Instant at) {
    return PhoneMessage.fromCustomer(id, at, new Content.Text("hi"));
  }
}
