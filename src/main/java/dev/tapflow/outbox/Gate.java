package dev.tapflow.outbox;

import dev.tapflow.message.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides, right before a message is begun, whether it may still go: the world changes while it
 * waits. Pure.
 *
 * @param maxAge of free messages, business time
 * @param templateMaxAge of templates, business time
 */
record Gate(Duration maxAge, Duration templateMaxAge) {

  /** What to do with the head of a queue. */
  sealed interface Verdict {

    record Send() implements Verdict {}

    /** Nobody wants it any more; the flow is not told. */
    record Supersede(String why) implements Verdict {}

    /** It will never arrive; the flow is told. */
    record GiveUp(MessageState as, String why) implements Verdict {}

    /** The window is closed: all queued free messages go, and the flow is told once. */
    record WindowShut() implements Verdict {}

    /** Not now: nobody knows yet whether it has left already. */
    record Wait() implements Verdict {}
  }

  /**
   * Judges the head.
   *
   * @param business the business time
   */
  Verdict judge(Claim claim, Claim.Head head, Instant business) {
    if (head.state() == MessageState.UNCLEAR || head.state() == MessageState.BEGUN) {
      return new Verdict.Wait();
    }
    return unwanted(claim, head).or(() -> late(claim, head, business)).orElse(new Verdict.Send());
  }

  private static Optional<Verdict> unwanted(Claim claim, Claim.Head head) {
    if (claim.optedOut() && head.purpose() != Purpose.CONFIRMATION) {
      return Optional.of(new Verdict.Supersede("the customer opted out"));
    }
    var isTheHandovers =
        head.purpose() == Purpose.HANDOVER || head.purpose() == Purpose.CONFIRMATION;
    return head.message().isFree() && !isTheHandovers && head.sequence() <= claim.silentSince()
        ? Optional.of(new Verdict.Supersede("an agent took the conversation"))
        : Optional.empty();
  }

  private Optional<Verdict> late(Claim claim, Claim.Head head, Instant business) {
    var free = head.message().isFree();
    if (claim.address().isEmpty()) {
      return Optional.of(
          new Verdict.GiveUp(MessageState.REFUSED, "the channel gave no number to answer to"));
    }
    if (free && claim.windowClosesAt().filter(business::isBefore).isEmpty()) {
      return Optional.of(new Verdict.WindowShut());
    }
    var most = free ? maxAge : templateMaxAge;
    return head.putAt().plus(most).isBefore(business)
        ? Optional.of(new Verdict.GiveUp(MessageState.EXPIRED, "waited longer than " + most))
        : Optional.empty();
  }
}
