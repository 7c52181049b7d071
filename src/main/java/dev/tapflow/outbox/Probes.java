package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.channel.ProbeResult;
import dev.tapflow.outbox.Dispatch.Ticket;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Finds out whether stopped channels work again, one replica at a time. */
@Singleton
final class Probes {

  private static final Logger LOG = Logger.getLogger(Probes.class);

  /** The account may not send interactive messages: only sending one shows that it may again. */
  private static final String NOT_ENABLED = "403";

  private final Channels channels;
  private final ChannelStates states;
  private final KeyStatements keys;
  private final ClaimStatements claims;
  private final Dispatch dispatch;
  private final Replica replica;
  private final OutboxSettings settings;

  Probes(
      Channels channels,
      ChannelStates states,
      KeyStatements keys,
      ClaimStatements claims,
      Dispatch dispatch,
      Replica replica,
      OutboxSettings settings) {
    this.channels = channels;
    this.states = states;
    this.keys = keys;
    this.claims = claims;
    this.dispatch = dispatch;
    this.replica = replica;
    this.settings = settings;
  }

  void probe() {
    for (var stop : keys.stops()) {
      channels
          .named(stop.channel())
          .filter(stop::isOf)
          .filter(channel -> keys.takeProbe(stop, settings.probeEvery()))
          .ifPresent(channel -> probe(channel, stop));
    }
  }

  private void probe(Channel channel, KeyStatements.Stop stop) {
    if (stop.code().equals(NOT_ENABLED)) {
      tryOne(channel);
      return;
    }
    switch (channel.probe()) {
      case ProbeResult.Works works -> states.resume(channel.name());
      case ProbeResult.StillStopped(var why) ->
          LOG.warnf("Channel %s is still stopped: %s", channel.name(), why);
      case ProbeResult.NoAnswer(var why) ->
          LOG.warnf("Channel %s is still stopped: %s", channel.name(), why);
    }
  }

  /** Lets one waiting message through; what becomes of it decides. */
  private void tryOne(Channel channel) {
    var leases = claims.takeDue(channel.name(), 1, replica.nextLease());
    dispatch.add(leases.stream().map(lease -> new Ticket(lease, true)).toList());
  }
}
