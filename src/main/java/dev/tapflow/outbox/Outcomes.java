package dev.tapflow.outbox;

import dev.tapflow.channel.SendResult;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.outbox.Sender.Attempt;
import dev.tapflow.outbox.SettleStatements.Ended;
import dev.tapflow.outbox.SettleStatements.Settlement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;

/** What follows from how a send ended: the policy of the outbox. */
@Singleton
final class Outcomes {

  /** The first look for an unclear send; the list is asked for in the sweeper's time. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final Settler settler;
  private final SettleStatements settles;
  private final ChannelStates channels;
  private final OwedEvents owed;
  private final OutboxMetrics metrics;
  private final BusinessClock businessClock;
  private final Patience patience;
  private final Backoff backoff;

  Outcomes(
      Settler settler,
      SettleStatements settles,
      ChannelStates channels,
      OwedEvents owed,
      OutboxMetrics metrics,
      BusinessClock businessClock,
      Patience patience,
      OutboxSettings settings) {
    this.settler = settler;
    this.settles = settles;
    this.channels = channels;
    this.owed = owed;
    this.metrics = metrics;
    this.businessClock = businessClock;
    this.patience = patience;
    this.backoff = new Backoff(settings.backoff().first(), settings.backoff().longest());
  }

  /**
   * What to do next for the contact.
   *
   * @param isAgain the lease is still held, but the queue must be looked at anew
   */
  record Next(Optional<Claim> claim, boolean isAgain) {

    private static final Next NOTHING = new Next(Optional.empty(), false);
    private static final Next AGAIN = new Next(Optional.empty(), true);
  }

  /**
   * Writes down how a send ended.
   *
   * @param bucket the pair rate when the message counts
   */
  Next of(Attempt attempt, SendResult result, Instant begun, Bucket bucket) {
    if (attempt.trial() && showsThatItWorks(result)) {
      channels.resume(attempt.channel().name());
    }
    return switch (result) {
      case SendResult.Accepted accepted -> accepted(attempt, accepted, bucket);
      case SendResult.Refused(var code, var why) -> refused(attempt, why, bucket);
      case SendResult.WindowClosed(var why) -> {
        windowClosed(attempt, why);
        yield Next.AGAIN;
      }
      case SendResult.SlowDown(var until, var why) -> {
        channels.pause(attempt.channel(), until, why);
        yield putBack(attempt, 0, why, until);
      }
      case SendResult.TryLater(var why) ->
          putBack(attempt, 1, why, begun.plus(pauseAfter(attempt.head().attempts() + 1)));
      case SendResult.Unclear(var why) -> unclear(attempt, why, begun, bucket);
      case SendResult.Stopped(var code, var why) -> {
        channels.stop(attempt.channel(), code, why);
        yield putBack(attempt, 0, why, begun);
      }
    };
  }

  private static boolean showsThatItWorks(SendResult result) {
    return switch (result) {
      case SendResult.Accepted accepted -> true;
      case SendResult.Refused refused -> true;
      case SendResult.WindowClosed closed -> true;
      case SendResult.SlowDown slow -> true;
      case SendResult.TryLater later -> false;
      case SendResult.Unclear unclear -> false;
      case SendResult.Stopped stopped -> false;
    };
  }

  private Next accepted(Attempt attempt, SendResult.Accepted accepted, Bucket bucket) {
    return new Next(
        settle(
            attempt,
            new Settlement(
                MessageState.ACCEPTED,
                1,
                accepted.messageId(),
                accepted.channelMessageId(),
                Optional.empty(),
                bucket.fullAt(),
                false)),
        false);
  }

  private Next refused(Attempt attempt, String why, Bucket bucket) {
    return new Next(
        settle(
            attempt,
            new Settlement(
                MessageState.REFUSED,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(why),
                bucket.fullAt(),
                true)),
        false);
  }

  /** Settles the head, and tells the flow where it has to know. */
  Optional<Claim> settle(Attempt attempt, Settlement end) {
    var next = patience.with(() -> settled(new Ended(attempt.claim(), attempt.head(), end)));
    metrics.count(attempt.channel().name(), end.state());
    if (end.undelivered()) {
      owed.tell(attempt.claim().contact());
    }
    return next;
  }

  private Optional<Claim> settled(Ended ended) {
    try {
      return settler.settle(ended).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** Our clock says that the window is closed. */
  void windowShut(Attempt attempt) {
    drop(attempt, false, "the 24-hour window is closed");
  }

  /** The channel says so, whatever our clock says. */
  private void windowClosed(Attempt attempt, String why) {
    drop(attempt, true, why);
  }

  private void drop(Attempt attempt, boolean byChannel, String why) {
    var dropped =
        patience.with(() -> settles.drop(attempt.claim(), byChannel, why, businessClock.now()));
    metrics.count(attempt.channel().name(), MessageState.DROPPED, dropped);
    owed.tell(attempt.claim().contact());
  }

  private Next putBack(Attempt attempt, int attempts, String why, Instant due) {
    patience.with(
        () -> {
          settles.putBack(attempt.claim(), attempt.head(), attempts, why, due);
          return true;
        });
    return Next.NOTHING;
  }

  private Next unclear(Attempt attempt, String why, Instant begun, Bucket bucket) {
    var due = begun.plus(LOOK_AGAIN);
    patience.with(
        () -> {
          settles.doubt(attempt.claim(), attempt.head(), begun, why, due, bucket);
          return true;
        });
    metrics.count(attempt.channel().name(), MessageState.UNCLEAR);
    return Next.NOTHING;
  }

  private Duration pauseAfter(int attempts) {
    return backoff.after(attempts, ThreadLocalRandom.current().nextDouble());
  }
}
