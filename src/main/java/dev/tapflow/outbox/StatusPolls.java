package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.StatusResult;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.outbox.DeliveryStatus.Rank;
import dev.tapflow.outbox.PollStatements.Poll;
import dev.tapflow.outbox.rate.Permission;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Asks for the delivery of messages where no webhook tells it: often while a message is young, ever
 * more seldom after, and never for more than a quarter of what the key may call.
 */
@Singleton
final class StatusPolls {

  private static final Logger LOG = Logger.getLogger(StatusPolls.class);

  /** Taken together; what the rate does not allow is put back. */
  private static final int TOGETHER = 16;

  /** When a stopped channel's messages are looked at again. */
  private static final Duration WHILE_STOPPED = Duration.ofSeconds(30);

  /** The business has deleted it: nothing more will come. */
  private static final String DELETED = "deleted";

  private final PollStatements statements;
  private final StoredStatuses statuses;
  private final ChannelStates states;
  private final Throttle throttle;
  private final BusinessClock businessClock;
  private volatile boolean stopping;

  StatusPolls(
      PollStatements statements,
      StoredStatuses statuses,
      ChannelStates states,
      Throttle throttle,
      BusinessClock businessClock) {
    this.statements = statements;
    this.statuses = statuses;
    this.states = states;
    this.throttle = throttle;
    this.businessClock = businessClock;
  }

  /** Asks for all that is due. */
  void poll() {
    statements.channels().forEach(this::poll);
  }

  void stop() {
    stopping = true;
  }

  private void poll(Channel channel) {
    var due = statements.takeDue(channel.name(), TOGETHER);
    while (!due.isEmpty() && askAll(channel, due) && !stopping) {
      due = statements.takeDue(channel.name(), TOGETHER);
    }
  }

  /** Whether all of them could be asked. */
  private boolean askAll(Channel channel, List<Poll> due) {
    var later = new ConcurrentLinkedQueue<Poll>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(poll -> threads.execute(() -> ask(channel, poll, later)));
    }
    return later.isEmpty();
  }

  private void ask(Channel channel, Poll poll, Queue<Poll> later) {
    try {
      switch (throttle.askToPoll(channel)) {
        case Permission.Granted granted -> heard(channel, poll, channel.status(poll.messageId()));
        case Permission.NotBefore(var at, var why) -> {
          later.add(poll);
          statements.postpone(poll, at);
        }
        case Permission.Stopped stopped -> {
          later.add(poll);
          statements.postpone(poll, Instant.now().plus(WHILE_STOPPED));
        }
      }
    } catch (RuntimeException e) {
      // it is asked again, at its next time
      later.add(poll);
      LOG.warnf("The status of a message to %s stays unknown: %s", poll.contact(), e);
    }
  }

  private void heard(Channel channel, Poll poll, StatusResult result) {
    switch (result) {
      case StatusResult.Told told -> told(poll, told);
      case StatusResult.NotKnown unknown -> statements.end(poll);
      case StatusResult.SlowDown(var until) -> {
        states.pause(channel, until, "statuses were asked for too often");
        statements.postpone(poll, until);
      }
      case StatusResult.Failed(var why) -> {
        LOG.debugf("The status of a message to %s stays unknown: %s", poll.contact(), why);
        endIf(statements.isLast(poll), poll);
      }
    }
  }

  private void told(Poll poll, StatusResult.Told told) {
    var rank = rank(told.status());
    rank.ifPresent(it -> statuses.apply(poll.contact(), poll.sequence(), status(it, told)));
    var isFinal =
        told.status().equals(DELETED)
            || rank.filter(it -> it == Rank.READ || it == Rank.FAILED).isPresent();
    endIf(isFinal || statements.isLast(poll), poll);
  }

  private DeliveryStatus status(Rank rank, StatusResult.Told told) {
    return new DeliveryStatus(
        told.channelMessageId().orElse(""),
        rank,
        told.at().orElseGet(businessClock::now),
        told.why());
  }

  private void endIf(boolean isOver, Poll poll) {
    if (isOver) {
      statements.end(poll);
    }
  }

  /** Empty: a word that says nothing about the way, such as {@code unknown}. */
  private static Optional<Rank> rank(String word) {
    return Stream.of(Rank.values())
        .filter(it -> StatusStatements.word(it).equals(word))
        .findFirst();
  }
}
