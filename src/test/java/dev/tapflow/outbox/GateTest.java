package dev.tapflow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.message.Purpose;
import dev.tapflow.outbox.Gate.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final ContactKey ANA = new ContactKey("main", "+34600000001");

  private final Gate gate = new Gate(Duration.ofHours(1), Duration.ofHours(24));

  @Test
  void letsAQuestionThroughAnOpenWindow() {
    assertThat(judge(contact(), question(NOW))).isEqualTo(new Verdict.Send());
  }

  @Test
  void stopsAQuestionAtAClosedWindowButNotATemplate() {
    var closed = contact().windowClosesAt(NOW);

    assertThat(judge(closed, question(NOW))).isEqualTo(new Verdict.WindowShut());
    assertThat(judge(closed, template(NOW))).isEqualTo(new Verdict.Send());
  }

  @Test
  void givesUpWhatWaitedTooLong() {
    assertThat(judge(contact(), question(NOW.minusSeconds(3601))))
        .isInstanceOfSatisfying(
            Verdict.GiveUp.class, it -> assertThat(it.as()).isEqualTo(MessageState.EXPIRED));
    assertThat(judge(contact(), template(NOW.minusSeconds(3601)))).isEqualTo(new Verdict.Send());
    assertThat(judge(contact(), template(NOW.minusSeconds(86_401))))
        .isInstanceOf(Verdict.GiveUp.class);
  }

  @Test
  void supersedesWhatWasPutBeforeAnAgentCameButNotTheHandoversOwnWords() {
    var taken = contact().silentSince(5);

    assertThat(judge(taken, question(NOW))).isInstanceOf(Verdict.Supersede.class);
    assertThat(judge(taken, free(Purpose.HANDOVER, NOW))).isEqualTo(new Verdict.Send());
    assertThat(judge(contact().silentSince(4), question(NOW))).isEqualTo(new Verdict.Send());
  }

  @Test
  void sendsAnOptedOutCustomerNothingButTheConfirmation() {
    var out = contact().optedOut();

    assertThat(judge(out, question(NOW))).isInstanceOf(Verdict.Supersede.class);
    assertThat(judge(out, template(NOW))).isInstanceOf(Verdict.Supersede.class);
    assertThat(judge(out, free(Purpose.CONFIRMATION, NOW))).isEqualTo(new Verdict.Send());
  }

  @Test
  void sendsNothingPastAnUnclearHead() {
    var head = head(Purpose.QUESTION, new Outbound.Text("?"), MessageState.UNCLEAR, NOW);

    assertThat(judge(contact().optedOut(), head)).isEqualTo(new Verdict.Wait());
  }

  @Test
  void refusesACustomerWithoutANumber() {
    assertThat(judge(contact().noNumber(), question(NOW)))
        .isInstanceOfSatisfying(
            Verdict.GiveUp.class, it -> assertThat(it.as()).isEqualTo(MessageState.REFUSED));
  }

  private Verdict judge(Contact contact, Claim.Head head) {
    return gate.judge(contact.build(), head, NOW);
  }

  private static Claim.Head question(Instant putAt) {
    return free(Purpose.QUESTION, putAt);
  }

  private static Claim.Head free(Purpose purpose, Instant putAt) {
    return head(purpose, new Outbound.Text("?"), MessageState.QUEUED, putAt);
  }

  private static Claim.Head template(Instant putAt) {
    var message = new Outbound.Template("t", "en", "1", Outbound.TemplateValues.none());
    return head(Purpose.STATEMENT, message, MessageState.QUEUED, putAt);
  }

  private static Claim.Head head(
      Purpose purpose, Outbound message, MessageState state, Instant putAt) {
    return new Claim.Head(5, purpose, 0, message, state, 0, putAt);
  }

  private static Contact contact() {
    return new Contact(true, Optional.of(NOW.plusSeconds(60)), false, 0);
  }

  /** A claim in which one thing is different. */
  private record Contact(boolean hasNumber, Optional<Instant> window, boolean out, long silent) {

    Contact windowClosesAt(Instant at) {
      return new Contact(hasNumber, Optional.of(at), out, silent);
    }

    Contact optedOut() {
      return new Contact(hasNumber, window, true, silent);
    }

    Contact silentSince(long sequence) {
      return new Contact(hasNumber, window, out, sequence);
    }

    Contact noNumber() {
      return new Contact(false, window, out, silent);
    }

    Claim build() {
      var numbers = hasNumber ? List.of(new PhoneNumber(ANA.address())) : List.<PhoneNumber>of();
      return new Claim(
          ANA,
          "r#1",
          numbers.stream().findFirst(),
          window,
          out,
          silent,
          Optional.empty(),
          question(NOW));
    }
  }
}
