package dev.tapflow.operations;

import dev.tapflow.outbox.ChannelStates;
import dev.tapflow.outbox.ChannelStates.State;
import io.smallrye.health.api.HealthGroup;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Red while a channel's key or account is refused: its messages wait until somebody looks. */
@HealthGroup("well")
class ChannelsWell implements HealthCheck {

  private final ChannelStates states;

  ChannelsWell(ChannelStates states) {
    this.states = states;
  }

  @Override
  public HealthCheckResponse call() {
    var channels = states.all();
    var response =
        HealthCheckResponse.named("channels")
            .status(channels.stream().noneMatch(one -> one.state() instanceof State.Stopped));
    channels.forEach(channel -> response.withData(channel.name(), words(channel.state())));
    return response.build();
  }

  private static String words(State state) {
    return switch (state) {
      case State.Sending sending -> "sending";
      case State.Paused(var until, var why) -> "paused until %s: %s".formatted(until, why);
      case State.Stopped(var since, var why) -> "stopped since %s: %s".formatted(since, why);
    };
  }
}
