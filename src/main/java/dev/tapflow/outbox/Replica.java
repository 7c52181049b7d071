package dev.tapflow.outbox;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * This running program, as it signs leases. Each taking has a name of its own, so that two senders,
 * even of one replica, never take each other's lease for theirs.
 */
@Singleton
final class Replica {

  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicLong leases = new AtomicLong();

  String nextLease() {
    return id + "#" + leases.incrementAndGet();
  }
}
