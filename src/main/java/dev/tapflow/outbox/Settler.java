package dev.tapflow.outbox;

import dev.tapflow.database.Gathering;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.outbox.ClaimStatements.Lease;
import dev.tapflow.outbox.SettleStatements.Ended;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Writes down how messages ended: one statement for all that ended while the last one ran. */
@Singleton
final class Settler {

  private static final int MOST_TOGETHER = 128;

  private final SettleStatements statements;
  private final BusinessClock businessClock;
  private final Gathering<Ended, Optional<Claim>> ends;

  Settler(SettleStatements statements, BusinessClock businessClock) {
    this.statements = statements;
    this.businessClock = businessClock;
    this.ends = new Gathering<>("outbox-settler", MOST_TOGETHER, this::settleTogether);
  }

  void start() {
    ends.start();
  }

  /** Call it when nobody settles any more. */
  void stop() {
    ends.close();
  }

  /**
   * Settles the head of a claim.
   *
   * @return the next claim once it is committed, or empty when there is nothing left to do; a
   *     {@link dev.tapflow.database.DatabaseException} when it could not be written
   */
  CompletableFuture<Optional<Claim>> settle(Ended ended) {
    return ends.add(ended);
  }

  private List<Optional<Claim>> settleTogether(List<Ended> ended) {
    var next = new HashMap<Lease, Claim>();
    statements
        .settle(ended, businessClock.now())
        .forEach(claim -> next.put(claim.asLease(), claim));
    return ended.stream().map(it -> Optional.ofNullable(next.get(it.claim().asLease()))).toList();
  }
}
