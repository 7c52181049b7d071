package dev.tapflow.sandbox;

import dev.tapflow.sandbox.Fault.Outcome;
import dev.tapflow.sandbox.Fault.When;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault as somebody orders it: what, how often (once, unless they say more), and for which calls
 * (all, unless they name a phone or a path).
 *
 * @param chance how likely it strikes one of those calls, above 0 and at most 1; where it is given
 *     without {@code times}, the fault goes on until it is cleared
 */
record FaultOrder(
    @Nullable Kind fault,
    @Nullable Integer times,
    @Nullable String phone,
    Call.@Nullable Kind path,
    @Nullable Integer status,
    @Nullable Integer code,
    @Nullable Integer httpStatus,
    @Nullable RetryAfter retryAfter,
    @Nullable Integer seconds,
    @Nullable Duration delay,
    @Nullable Double chance) {

  enum Kind {
    STATUS,
    STATUS_AFTER_ACCEPTING,
    CODE,
    RATE_LIMITED,
    CUT_BEFORE_ACCEPTING,
    CUT_AFTER_ACCEPTING,
    DELAY_BEFORE_ACCEPTING,
    DELAY_AFTER_ACCEPTING
  }

  /** The fault; an order that leaves out what its fault needs is a 400. */
  Fault toFault() {
    if (chance != null && !(chance > 0 && chance <= 1)) {
      throw Problem.exception(400, "chance is expected to be above 0 and at most 1.");
    }
    return switch (needed(fault, "fault")) {
      case STATUS -> new Fault.Answer(new Outcome.Status(needed(status, "status")));
      case STATUS_AFTER_ACCEPTING ->
          new Fault.Answer(When.AFTER_ACCEPTING, new Outcome.Status(needed(status, "status")));
      case CODE -> new Fault.Answer(new Outcome.Code(needed(code, "code"), or(httpStatus, 400)));
      case RATE_LIMITED ->
          new Fault.Answer(
              new Outcome.RateLimited(
                  or(retryAfter, RetryAfter.SECONDS), Duration.ofSeconds(or(seconds, 1))));
      case CUT_BEFORE_ACCEPTING -> new Fault.Cut(When.BEFORE_ACCEPTING);
      case CUT_AFTER_ACCEPTING -> new Fault.Cut(When.AFTER_ACCEPTING);
      case DELAY_BEFORE_ACCEPTING -> new Fault.Delay(When.BEFORE_ACCEPTING, needed(delay, "delay"));
      case DELAY_AFTER_ACCEPTING -> new Fault.Delay(When.AFTER_ACCEPTING, needed(delay, "delay"));
    };
  }

  /** Until somebody clears it. */
  boolean isEndless() {
    return chance != null && times == null;
  }

  int timesOrOnce() {
    return or(times, 1);
  }

  FaultOrder withTimes(int left) {
    return new FaultOrder(
        fault, left, phone, path, status, code, httpStatus, retryAfter, seconds, delay, chance);
  }

  /**
   * Whether it strikes this call.
   *
   * @param luck from 0 to below 1, drawn for this call
   */
  boolean strikes(Call call, double luck) {
    return isFor(call) && luck < or(chance, 1.0);
  }

  private boolean isFor(Call call) {
    boolean samePath = path == null || path == call.kind();
    return samePath && (phone == null || CustomerNumber.lenient(phone).equals(call.phone()));
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static <T> T needed(@Nullable T value, String field) {
    if (value == null) {
      throw Problem.exception(400, "This fault needs the field %s.".formatted(field));
    }
    return value;
  }
}
