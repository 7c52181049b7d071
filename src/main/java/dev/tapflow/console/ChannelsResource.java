package dev.tapflow.console;

import dev.tapflow.outbox.ChannelStates;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The channels: which send, which are paused or stopped and why. */
@Path("/api/v1/channels")
@Blocking
public class ChannelsResource {

  private final ChannelStates states;

  ChannelsResource(ChannelStates states) {
    this.states = states;
  }

  /** A channel: {@code sending}, {@code paused} until a time, or {@code stopped}. */
  public record ChannelState(
      String name, String kind, String state, @Nullable String why, @Nullable Instant until) {}

  @GET
  @Operation(summary = "All channels and whether they send")
  public List<ChannelState> all() {
    return states.all().stream().map(ChannelsResource::shown).toList();
  }

  @POST
  @Path("/{name}/resume")
  @Operation(summary = "Let a stopped channel send again")
  public void resume(@PathParam("name") String name) {
    if (!states.resume(name)) {
      throw new NotFoundException("There is no channel '" + name + "'");
    }
  }

  private static ChannelState shown(ChannelStates.Named channel) {
    return switch (channel.state()) {
      case ChannelStates.State.Sending sending ->
          new ChannelState(channel.name(), channel.kind(), "sending", null, null);
      case ChannelStates.State.Paused(var until, var why) ->
          new ChannelState(channel.name(), channel.kind(), "paused", why, until);
      case ChannelStates.State.Stopped(var since, var why) ->
          new ChannelState(channel.name(), channel.kind(), "stopped", why, null);
    };
  }
}
