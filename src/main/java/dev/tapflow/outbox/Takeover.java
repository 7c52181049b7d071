package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.outbox.Dispatch.Ticket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes contacts that wait for nobody: their back-off or pause is over, their channel sends again,
 * or their sender is gone. And keeps the leases of this replica alive.
 */
@Singleton
final class Takeover {

  private static final int MOST_LOST = 200;

  private final Channels channels;
  private final ClaimStatements claims;
  private final KeyStatements keys;
  private final Dispatch dispatch;
  private final Replica replica;
  private final Duration renewEvery;
  private Instant nextRenewal = Instant.EPOCH;

  Takeover(
      Channels channels,
      ClaimStatements claims,
      KeyStatements keys,
      Dispatch dispatch,
      Replica replica,
      OutboxSettings settings) {
    this.channels = channels;
    this.claims = claims;
    this.keys = keys;
    this.dispatch = dispatch;
    this.replica = replica;
    this.renewEvery = settings.lease().dividedBy(3);
  }

  void renew() {
    var held = dispatch.held();
    if (!held.isEmpty() && !Instant.now().isBefore(nextRenewal)) {
      claims.renew(held);
      nextRenewal = Instant.now().plus(renewEvery);
    }
  }

  void take() {
    claims.takeLost(MOST_LOST);
    var stops = keys.stops();
    var pauses = keys.pauses();
    for (var channel : channels.all()) {
      var isHeldUp =
          stops.stream().anyMatch(stop -> stop.isOf(channel))
              || pauses.stream().anyMatch(pause -> pause.keyHash().equals(channel.keyHash()));
      if (!isHeldUp) {
        takeDue(channel);
      }
    }
  }

  private void takeDue(Channel channel) {
    var room = dispatch.room();
    if (room > 0) {
      var leases = claims.takeDue(channel.name(), room, replica.nextLease());
      dispatch.add(leases.stream().map(lease -> new Ticket(lease, false)).toList());
    }
  }
}
