package dev.tapflow.console;

import dev.tapflow.conversation.MovableClock;
import dev.tapflow.conversation.timer.DueTimers;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Business time. It can be moved ahead in dev and test only. */
@Path("/api/v1/clock")
@Blocking
public class ClockResource {

  private final MovableClock clock;
  private final DueTimers timers;

  ClockResource(MovableClock clock, DueTimers timers) {
    this.clock = clock;
    this.timers = timers;
  }

  /** Business time now. */
  public record Now(Instant now) {}

  /** How far to move it, as an ISO 8601 duration such as {@code PT24H}. */
  public record Move(@Nullable String advance) {}

  @GET
  @Operation(summary = "Business time")
  public Now now() {
    return new Now(clock.read());
  }

  @POST
  @Operation(summary = "Move business time ahead (dev and test); due timers fire at once")
  public Now advance(@Nullable Move move) {
    var by = duration(move);
    if (!clock.isMovable()) {
      throw new ClientErrorException(
          "Business time can be moved in dev and test only", Status.FORBIDDEN);
    }
    var now = clock.advance(by);
    timers.fire();
    return new Now(now);
  }

  private static Duration duration(@Nullable Move move) {
    if (move == null || move.advance() == null) {
      throw new BadRequestException("Expected {\"advance\": \"PT24H\"}, but got no advance");
    }
    try {
      var by = Duration.parse(move.advance());
      if (by.isNegative()) {
        throw new BadRequestException("Expected a time ahead, but got " + move.advance());
      }
      return by;
    } catch (DateTimeException e) {
      throw new BadRequestException(
          "Expected an ISO 8601 duration such as PT24H, but got " + move.advance(), e);
    }
  }
}
