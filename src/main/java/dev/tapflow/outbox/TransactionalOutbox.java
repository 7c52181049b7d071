package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.database.Answer;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Outgoing;
import dev.tapflow.outbox.ClaimStatements.Lease;
import dev.tapflow.outbox.Dispatch.Ticket;
import dev.tapflow.outbox.PutStatements.Permitted;
import dev.tapflow.outbox.PutStatements.Put;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The outbox as turns see it: written within their transaction, sent after it. */
@Singleton
class TransactionalOutbox implements Outbox {

  private final PutStatements statements;
  private final Dispatch dispatch;
  private final HttpCallStatements calls;
  private final HttpCallDispatch callDispatch;
  private final Channels channels;
  private final Replica replica;
  private final BusinessClock businessClock;
  private final Duration leaseTime;

  TransactionalOutbox(
      PutStatements statements,
      Dispatch dispatch,
      HttpCallStatements calls,
      HttpCallDispatch callDispatch,
      Channels channels,
      Replica replica,
      BusinessClock businessClock,
      OutboxSettings settings) {
    this.statements = statements;
    this.dispatch = dispatch;
    this.calls = calls;
    this.callDispatch = callDispatch;
    this.channels = channels;
    this.replica = replica;
    this.businessClock = businessClock;
    this.leaseTime = settings.lease();
  }

  @Override
  public Answer<HandedOver> put(RoundTrip trip, List<Delivery> deliveries) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException(
          "Expected the turn's transaction, but there is none: a message would outlive its turn");
    }
    if (deliveries.isEmpty()) {
      return Answer.known(HandedOver.nothing());
    }
    var puts = deliveries.stream().map(it -> new Put(it.permit(), fitted(it))).toList();
    var lease = replica.nextLease();
    var businessNow = businessClock.now();
    var permitted = statements.put(trip, puts, lease, leaseTime, businessNow);
    var wanted = callsOf(deliveries);
    calls.put(wanted);
    return permitted.map(rows -> handedOver(puts, rows, lease, businessNow, !wanted.isEmpty()));
  }

  private static HandedOver handedOver(
      List<Put> puts, List<Permitted> rows, String lease, Instant businessNow, boolean hasCalls) {
    var byContact = new HashMap<ContactKey, Permitted>();
    rows.stream()
        .filter(row -> row.owner().filter(lease::equals).isPresent())
        .forEach(row -> byContact.put(row.contact(), row));
    var claims = new ArrayList<Claim>();
    var leases = new ArrayList<Lease>();
    for (var put : puts) {
      var row = byContact.get(put.permit().contact());
      if (row != null && row.wasEmpty()) {
        claims.add(row.claim(put, lease, businessNow));
      } else if (row != null) {
        leases.add(new Lease(row.contact(), lease));
      }
    }
    return new HandedOver(claims, leases, hasCalls);
  }

  private static List<HttpCallStatements.Put> callsOf(List<Delivery> deliveries) {
    return deliveries.stream()
        .flatMap(
            delivery ->
                delivery.calls().stream()
                    .map(call -> new HttpCallStatements.Put(delivery.permit().contact(), call)))
        .toList();
  }

  private List<Outgoing> fitted(Delivery delivery) {
    var button = delivery.textButton();
    var fitting = new Channel.Fitting(button.id(), button.title());
    var channel = channels.named(delivery.permit().contact().channel());
    return delivery.turns().stream()
        .flatMap(turn -> channel.map(it -> it.fit(turn, fitting)).orElse(turn).stream())
        .toList();
  }

  @Override
  public void begin(HandedOver handedOver) {
    dispatch.send(handedOver.claims());
    dispatch.add(handedOver.leases().stream().map(lease -> new Ticket(lease, false)).toList());
    if (handedOver.hasCalls()) {
      callDispatch.nudge();
    }
  }
}
