package dev.tapflow.outbox;

import dev.tapflow.database.Database;
import dev.tapflow.outbox.Outbox.Delivery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes turns as the conversation room does: put in a transaction, begun after it. */
@Singleton
final class Turns {

  private final Outbox outbox;
  private final Database database;

  Turns(Outbox outbox, Database database) {
    this.outbox = outbox;
    this.database = database;
  }

  void take(Delivery delivery) {
    outbox.begin(QuarkusTransaction.requiringNew().call(() -> put(delivery)));
  }

  /** Within the caller's transaction. */
  Outbox.HandedOver put(Delivery delivery) {
    var trip = database.trip();
    var handedOver = outbox.put(trip, List.of(delivery));
    trip.send();
    return handedOver.get();
  }
}
