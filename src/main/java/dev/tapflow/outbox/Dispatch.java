package dev.tapflow.outbox;

import dev.tapflow.message.ContactKey;
import dev.tapflow.outbox.ClaimStatements.Lease;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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
 * to, each on a virtual thread. What waits is claimed together, one statement for many.
 */
@Singleton
final class Dispatch {

  private static final Logger LOG = Logger.getLogger(Dispatch.class);
  private static final int MOST_TOGETHER = 64;

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
    tickets.forEach(ticket -> held.put(ticket.lease(), true));
    waiting.addAll(tickets);
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
    while (!stopping) {
      try {
        claimTogether(next());
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private List<Ticket> next() throws InterruptedException {
    var tickets = new ArrayList<Ticket>();
    senders.acquire();
    try {
      tickets.add(waiting.take());
    } catch (InterruptedException stop) {
      senders.release();
      throw stop;
    }
    while (tickets.size() < MOST_TOGETHER && !waiting.isEmpty() && senders.tryAcquire()) {
      Optional.ofNullable(waiting.poll()).ifPresentOrElse(tickets::add, senders::release);
    }
    return tickets;
  }

  private void claimTogether(List<Ticket> tickets) throws InterruptedException {
    try {
      start(tickets, claims.claim(tickets.stream().map(Ticket::lease).toList()));
    } catch (Database.DatabaseFailure failure) {
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
      done(tickets.getFirst());
      return;
    }
    for (var ticket : tickets) {
      claimTogether(List.of(ticket));
    }
  }

  private void start(List<Ticket> tickets, List<Claim> claimed) {
    var contacts = new HashSet<ContactKey>();
    claimed.forEach(claim -> contacts.add(claim.contact()));
    tickets.stream().filter(it -> !contacts.contains(it.lease().contact())).forEach(this::done);
    claimed.forEach(claim -> start(claim, isTrial(tickets, claim)));
  }

  private static boolean isTrial(List<Ticket> tickets, Claim claim) {
    return tickets.stream()
        .anyMatch(ticket -> ticket.trial() && ticket.lease().contact().equals(claim.contact()));
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
                done(new Ticket(new Lease(first.contact(), first.lease()), trial));
              }
            });
  }

  private void sendAll(Claim first, boolean trial) {
    var next = sender.step(first, trial);
    while (next.isPresent() && !stopping) {
      next = sender.step(next.get(), false);
    }
    next.ifPresent(
        claim -> claims.giveBack(new Lease(claim.contact(), claim.lease()), Instant.now()));
  }

  private void done(Ticket ticket) {
    held.remove(ticket.lease());
    senders.release();
  }

  private void giveBackWaiting() {
    var left = new ArrayList<Ticket>();
    waiting.drainTo(left);
    try {
      left.forEach(ticket -> claims.giveBack(ticket.lease(), Instant.now()));
    } catch (Database.DatabaseFailure failure) {
      LOG.warnf("%d contacts wait until their leases run out: %s", left.size(), failure);
    }
  }

  /** Finishes what is in flight and gives back all the rest, so that another replica may go on. */
  void stop(long seconds) {
    stopping = true;
    claimer.interrupt();
    giveBackWaiting();
    try {
      if (!senders.tryAcquire(concurrency, seconds, TimeUnit.SECONDS)) {
        LOG.warn("Some messages are still in flight; their contacts' leases run out");
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
