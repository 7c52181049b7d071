package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.channel.Rate;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.outbox.SettleStatements.Settlement;
import dev.tapflow.outbox.rate.Permission;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes the head of one contact's queue through the gate and sends it. No transaction is open while
 * it sends; what comes of it is settled by {@link Outcomes}.
 */
@Singleton
final class Sender {

  private static final Logger LOG = Logger.getLogger(Sender.class);

  /** When a contact whose channel or head is held up is looked at again. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final Channels channels;
  private final ClaimStatements claims;
  private final SettleStatements settles;
  private final Outcomes outcomes;
  private final Throttle throttle;
  private final Patience patience;
  private final BusinessClock businessClock;
  private final Gate gate;
  private final Rate pairRate;

  Sender(
      Channels channels,
      ClaimStatements claims,
      SettleStatements settles,
      Outcomes outcomes,
      Throttle throttle,
      Patience patience,
      BusinessClock businessClock,
      OutboxSettings settings,
      @ConfigProperty(name = "tapflow.pair-rate", defaultValue = "45+1/6s") Rate pairRate) {
    this.channels = channels;
    this.claims = claims;
    this.settles = settles;
    this.outcomes = outcomes;
    this.throttle = throttle;
    this.patience = patience;
    this.businessClock = businessClock;
    this.gate = new Gate(settings.maxAge(), settings.templateMaxAge());
    this.pairRate = pairRate;
  }

  /**
   * Deals with the head of a queue.
   *
   * @param trial the one message that finds out whether a stopped channel works again
   * @return the next claim of the contact; empty when there is nothing to do for it now
   */
  Optional<Claim> step(Claim claim, boolean trial) {
    var channel = channels.named(claim.contact().channel());
    if (channel.isEmpty()) {
      LOG.warnf("Messages to %s wait: tapflow.channels has no such channel", claim.contact());
      return giveBack(claim, Instant.now().plus(LOOK_AGAIN));
    }
    return step(new Attempt(claim, claim.head(), channel.get(), trial));
  }

  private Optional<Claim> step(Attempt attempt) {
    var claim = attempt.claim();
    var now = Instant.now();
    var business = businessClock.now();
    return switch (gate.judge(claim, attempt.head(), business)) {
      case Gate.Verdict.Send send -> whenItsTurn(attempt, now);
      case Gate.Verdict.Supersede(var why) ->
          outcomes.settle(attempt, Settlement.unsent(MessageState.SUPERSEDED, why, false));
      case Gate.Verdict.GiveUp(var as, var why) ->
          outcomes.settle(attempt, Settlement.unsent(as, why, true));
      case Gate.Verdict.WindowShut shut -> {
        outcomes.windowShut(attempt);
        yield again(claim);
      }
      case Gate.Verdict.Wait wait -> giveBack(claim, now.plus(LOOK_AGAIN));
    };
  }

  /** Keeps the rates: a long wait holds no lease, a short one no one else up. */
  private Optional<Claim> whenItsTurn(Attempt attempt, Instant now) {
    var bucket = new Bucket(pairRate, attempt.claim().bucketFullAt());
    var pairWait = bucket.waitAt(now);
    if (pairWait.isPositive()) {
      return giveBack(attempt.claim(), now.plus(pairWait));
    }
    return switch (permission(attempt)) {
      case Permission.Granted granted -> send(attempt, bucket);
      case Permission.NotBefore(var at, var why) -> giveBack(attempt.claim(), at);
      case Permission.Stopped stopped -> giveBack(attempt.claim(), now.plus(LOOK_AGAIN));
    };
  }

  private Permission permission(Attempt attempt) {
    return attempt.trial() ? throttle.askTrial(attempt.channel()) : throttle.ask(attempt.channel());
  }

  private Optional<Claim> send(Attempt attempt, Bucket bucket) {
    var message = attempt.head().message();
    // a template is not repeated on a guess: if we die from here on, it is looked up
    if (!message.isFree() && !settles.begin(attempt.claim(), attempt.head())) {
      return Optional.empty();
    }
    var begun = Instant.now();
    var result = attempt.channel().send(attempt.claim().address().orElseThrow(), message);
    var next = outcomes.of(attempt, result, begun, bucket.taken(begun));
    return next.isAgain() ? again(attempt.claim()) : next.claim();
  }

  private Optional<Claim> again(Claim claim) {
    return patience.with(() -> claims.claim(List.of(claim.asLease()))).stream().findFirst();
  }

  private Optional<Claim> giveBack(Claim claim, Instant due) {
    return patience.with(
        () -> {
          claims.giveBack(claim.asLease(), due);
          return Optional.empty();
        });
  }

  /** One attempt at one message. */
  record Attempt(Claim claim, Claim.Head head, Channel channel, boolean trial) {}
}
