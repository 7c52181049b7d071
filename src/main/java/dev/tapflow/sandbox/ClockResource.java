package dev.tapflow.sandbox;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The other side's clock, to be read and to be moved. */
@Path("/sandbox/clock")
final class ClockResource {

  private final SandboxClock clock;
  private final Live live;

  ClockResource(SandboxClock clock, Live live) {
    this.clock = clock;
    this.live = live;
  }

  record Now(Instant now) {}

  /** Exactly one of the two. */
  record Move(@Nullable Duration advance, @Nullable Instant set) {}

  @GET
  public Response now() {
    return Json.response(200, new Now(clock.instant()));
  }

  @POST
  public Response move(byte[] body) {
    var move = Json.read(body, Move.class);
    if (move.advance() != null && move.set() == null) {
      clock.advance(move.advance());
    } else if (move.set() != null && move.advance() == null) {
      clock.set(move.set());
    } else {
      throw Problem.exception(
          400, "Send either advance, such as PT24H, or set, such as 2026-01-05T10:00:00Z.");
    }
    var now = clock.instant();
    live.clockMoved(now);
    return Json.response(200, new Now(now));
  }
}
