package dev.tapflow.outbox;

import dev.tapflow.database.DatabaseException;
import dev.tapflow.outbox.ClaimStatements.Lease;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Contacts in the hands of this replica: those that wait for a free sender, and those being sent
 * to, each on a virtual thread. What a turn hands over is claimed already; what waits is claimed
 * together, one statement for many.
 */
@Singleton
final class Dispatch {

  private static final Logger LOG = Logger.getLogger(Dispatch.class);
  private static final int MOST_TOGETHER = 64;

  /** How often the claimer looks up from an empty line, to see whether it is to stop. */
  private static final long LOOK_UP_MILLIS = 100;

  private final ClaimStatements claims;
  private final Sender sender;
  private final int concurrency;
  private final Semaphore senders;
  private final LinkedBlockingQueue<Ticket> waiting = new LinkedBlockingQueue<>();
  private final Map<Lease, Boolean> held = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private volatile Thread claimer = Thread.ofVirtual().unstarted(() -> {});

  Dispatch(ClaimStatements claims, Sender sender, OutboxSettings settings) {
    this.claims = claims;
    this.sender = sender;
    this.concurrency = settings.concurrency();
    this.senders = new Semaphore(concurrency);
  }

  /**
   * A contact that was taken.
   *
   * @param trial it may send one message although its channel is stopped
   */
  record Ticket(Lease lease, boolean trial) {}

  void start() {
    claimer = Thread.ofVirtual().name("outbox-claimer").start(this::claimUntilStopped);
  }

  void add(List<Ticket> tickets) {
    if (stopping) {
      giveBack(tickets);
      return;
    }
    tickets.forEach(ticket -> held.put(ticket.lease(), true));
    waiting.addAll(tickets);
  }

  /** Sends what was claimed already; what finds no free sender waits, and is claimed anew. */
  void send(List<Claim> claimed) {
    for (var claim : claimed) {
      if (!stopping && senders.tryAcquire()) {
        held.put(claim.asLease(), true);
        start(claim, false);
      } else {
        add(List.of(new Ticket(claim.asLease(), false)));
      }
    }
  }

  /** How many more contacts could be sent to at once. */
  int room() {
    return stopping ? 0 : Math.max(0, senders.availablePermits() - waiting.size());
  }

  /** Contacts whose lease has to be kept alive. */
  List<Lease> held() {
    return List.copyOf(held.keySet());
  }

  private void claimUntilStopped() {
    try {
      while (!stopping) {
        var tickets = next();
        if (!tickets.isEmpty()) {
          claimTogether(tickets);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Ticket> next() throws InterruptedException {
    var first = waiting.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return List.of();
    }
    senders.acquire();
    var tickets = new ArrayList<>(List.of(first));
    while (tickets.size() < MOST_TOGETHER && !waiting.isEmpty() && senders.tryAcquire()) {
      Optional.ofNullable(waiting.poll()).ifPresentOrElse(tickets::add, senders::release);
    }
    return tickets;
  }

  private void claimTogether(List<Ticket> tickets) throws InterruptedException {
    try {
      start(tickets, claims.claim(tickets.stream().map(Ticket::lease).toList()));
    } catch (DatabaseException failure) {
      LOG.warnf("%d contacts cannot be claimed, again soon: %s", tickets.size(), failure);
      senders.release(tickets.size());
      waiting.addAll(tickets);
      TimeUnit.SECONDS.sleep(1);
    } catch (RuntimeException unreadable) {
      oneByOne(tickets, unreadable);
    }
  }

  /** A message that this version cannot read must not hold up the others. */
  private void oneByOne(List<Ticket> tickets, RuntimeException unreadable)
      throws InterruptedException {
    if (tickets.size() == 1) {
      LOG.errorf(unreadable, "Messages to %s wait", tickets.getFirst().lease().contact());
      done(tickets.getFirst().lease());
      return;
    }
    for (var ticket : tickets) {
      claimTogether(List.of(ticket));
    }
  }

  private void start(List<Ticket> tickets, List<Claim> claimed) {
    var claims = new HashMap<Lease, Claim>();
    claimed.forEach(claim -> claims.put(claim.asLease(), claim));
    for (var ticket : tickets) {
      var claim = claims.get(ticket.lease());
      if (claim == null) {
        done(ticket.lease());
      } else {
        start(claim, ticket.trial());
      }
    }
  }

  private void start(Claim first, boolean trial) {
    Thread.ofVirtual()
        .name("outbox-sender")
        .start(
            () -> {
              try {
                sendAll(first, trial);
              } catch (RuntimeException e) {
                // the lease runs out, and the message under way is looked up
                LOG.errorf(e, "Sending to %s broke off", first.contact());
              } finally {
                done(first.asLease());
              }
            });
  }

  private void sendAll(Claim first, boolean trial) {
    var next = sender.step(first, trial);
    while (next.isPresent() && !stopping) {
      next = sender.step(next.get(), false);
    }
    next.ifPresent(claim -> claims.giveBack(claim.asLease(), Instant.now()));
  }

  private void done(Lease lease) {
    held.remove(lease);
    senders.release();
  }

  private void giveBackWaiting() {
    var left = new ArrayList<Ticket>();
    waiting.drainTo(left);
    giveBack(left);
    left.forEach(ticket -> held.remove(ticket.lease()));
  }

  private void giveBack(List<Ticket> tickets) {
    try {
      tickets.forEach(ticket -> claims.giveBack(ticket.lease(), Instant.now()));
    } catch (DatabaseException failure) {
      LOG.warnf("%d contacts wait until their leases run out: %s", tickets.size(), failure);
    }
  }

  /** Finishes what is in flight and gives back all the rest, so that another replica may go on. */
  void stop(long seconds) {
    stopping = true;
    try {
      if (claimer.isAlive()) {
        claimer.join(Duration.ofSeconds(seconds));
      }
      giveBackWaiting();
      if (!senders.tryAcquire(concurrency, seconds, TimeUnit.SECONDS)) {
        LOG.warn("Some messages are still in flight; their contacts' leases run out");
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
