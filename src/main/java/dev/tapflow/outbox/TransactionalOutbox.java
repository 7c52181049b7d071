package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.Outgoing;
import dev.tapflow.outbox.ClaimStatements.Lease;
import dev.tapflow.outbox.PutStatements.Put;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.List;

/** The outbox as turns see it: written within their transaction, sent after it. */
@ApplicationScoped
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
  public HandedOver put(List<Delivery> deliveries) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException(
          "Expected the turn's transaction, but there is none: a message would outlive its turn");
    }
    if (deliveries.isEmpty()) {
      return HandedOver.nothing();
    }
    var puts = deliveries.stream().map(it -> new Put(it.permit(), fitted(it))).toList();
    var lease = replica.nextLease();
    var taken = statements.put(puts, lease, leaseTime, businessClock.now());
    var wanted = callsOf(deliveries);
    calls.put(wanted);
    return new HandedOver(lease, taken, !wanted.isEmpty());
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
    return channels
        .named(delivery.permit().contact().channel())
        .map(
            channel ->
                channel.fit(delivery.messages(), new Channel.Fitting(button.id(), button.title())))
        .orElse(delivery.messages());
  }

  @Override
  public void begin(HandedOver handedOver) {
    dispatch.add(
        handedOver.contacts().stream()
            .map(contact -> new Dispatch.Ticket(new Lease(contact, handedOver.lease()), false))
            .toList());
    if (handedOver.hasCalls()) {
      callDispatch.nudge();
    }
  }
}
