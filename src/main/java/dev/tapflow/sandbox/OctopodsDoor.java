package dev.tapflow.sandbox;

import dev.tapflow.sandbox.Fault.Outcome;
import dev.tapflow.sandbox.Fault.When;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What every call to Octopods passes: the faults that were ordered, the key, the rate, then the
 * work itself, then the faults that strike after it.
 */
@Singleton
final class OctopodsDoor {

  private final Faults faults;
  private final ApiKeys keys;
  private final RateLimit rate;
  private final Ledger ledger;

  OctopodsDoor(Faults faults, ApiKeys keys, RateLimit rate, Ledger ledger) {
    this.faults = faults;
    this.keys = keys;
    this.rate = rate;
    this.ledger = ledger;
  }

  Response handle(Call call, Connection connection, Supplier<Reply> work) {
    var reply =
        suffer(When.BEFORE_ACCEPTING, call, connection).orElseGet(() -> admitted(call, work));
    reply.refusalIfAny().ifPresent(refusal -> ledger.refuse(call, refusal));
    return switch (reply) {
      case Reply.Done done ->
          suffer(When.AFTER_ACCEPTING, call, connection).orElse(done).toResponse();
      case Reply.Refused refused -> refused.toResponse();
      case Reply.Slower slower -> slower.toResponse();
      case Reply.Broken broken -> broken.toResponse();
      case Reply.Unheard unheard -> unheard.toResponse();
    };
  }

  private Reply admitted(Call call, Supplier<Reply> work) {
    return keys.refusalOf(call)
        .<Reply>map(Reply.Refused::new)
        .or(() -> rate.admit(call.validKey()))
        .orElseGet(work);
  }

  /** Empty when no fault strikes, or only one that takes time. */
  private Optional<Reply> suffer(When when, Call call, Connection connection) {
    return faults.strike(when, call).flatMap(fault -> suffer(fault, connection));
  }

  private static Optional<Reply> suffer(Fault fault, Connection connection) {
    return switch (fault) {
      case Fault.Answer(var _, var outcome) -> Optional.of(replyOf(outcome));
      case Fault.Cut cut -> {
        connection.cut();
        yield Optional.of(new Reply.Unheard());
      }
      case Fault.Delay(var when, var delay) -> {
        pause(delay);
        yield Optional.empty();
      }
    };
  }

  private static Reply replyOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Status(int httpStatus) -> new Reply.Broken(httpStatus);
      case Outcome.Code(int code, int httpStatus) ->
          new Reply.Refused(new Refusal(httpStatus, code, wordsFor(code)));
      case Outcome.RateLimited(var form, var pause) -> {
        var now = Clock.systemUTC().instant();
        yield new Reply.Slower(form, now, now.plus(pause));
      }
    };
  }

  /** The two codes that say something about the world get their own words. */
  private static String wordsFor(int code) {
    return switch (code) {
      case 6 -> Refusal.deprecatedKey().error();
      case 7 -> Refusal.windowClosed().error();
      default -> "This fault was ordered.";
    };
  }

  /** The fault that was ordered: an answer that takes its time. */
  private static void pause(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
