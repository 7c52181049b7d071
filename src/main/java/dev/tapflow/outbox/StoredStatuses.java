package dev.tapflow.outbox;

import dev.tapflow.database.Gathering;
import dev.tapflow.message.ContactKey;
import dev.tapflow.outbox.StatusStatements.Change;
import dev.tapflow.outbox.StatusStatements.Reported;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Applies delivery statuses to the messages they speak of. */
@ApplicationScoped
class StoredStatuses implements DeliveryStatuses {

  private static final int MOST_KEPT = 200;

  /** Deliveries that share a transaction; Meta sends a handful of statuses in each. */
  private static final int MOST_DELIVERIES = 64;

  private final StatusStatements statements;
  private final OwedEvents owed;
  private final Gathering<List<DeliveryStatus>, @Nullable Void> deliveries =
      new Gathering<>("outbox-statuses", MOST_DELIVERIES, this::applyTogether);

  StoredStatuses(StatusStatements statements, OwedEvents owed) {
    this.statements = statements;
    this.owed = owed;
  }

  void start() {
    deliveries.start();
  }

  void stop() {
    deliveries.close();
  }

  @Override
  public CompletionStage<Void> take(List<DeliveryStatus> statuses) {
    return statuses.isEmpty() ? CompletableFuture.completedStage(null) : deliveries.add(statuses);
  }

  private List<@Nullable Void> applyTogether(List<List<DeliveryStatus>> together) {
    apply(together.stream().flatMap(List::stream).toList());
    return Collections.nCopies(together.size(), null);
  }

  /** Applies a batch in one transaction. */
  void apply(List<DeliveryStatus> batch) {
    if (!batch.isEmpty()) {
      QuarkusTransaction.requiringNew().call(() -> applyAll(batch)).forEach(owed::tell);
    }
  }

  /** Applies one that was asked for, whose message is known; so is WhatsApp's id from now on. */
  void apply(ContactKey contact, long sequence, DeliveryStatus status) {
    QuarkusTransaction.requiringNew()
        .call(() -> applyTo(statements.lock(contact, sequence, status.channelMessageId()), status))
        .forEach(owed::tell);
  }

  private List<ContactKey> applyTo(List<Reported> messages, DeliveryStatus status) {
    return change(messages.stream().flatMap(it -> change(it, List.of(status)).stream()).toList());
  }

  /** Applies those that came before their message's id was known, once it is. */
  void applyKept() {
    var kept = statements.knownNow(MOST_KEPT);
    if (!kept.isEmpty()) {
      apply(kept);
      statements.forget(kept);
    }
  }

  /** Answers the contacts to which a failure is owed. */
  private List<ContactKey> applyAll(List<DeliveryStatus> batch) {
    var ids = batch.stream().map(DeliveryStatus::channelMessageId).distinct().toList();
    var messages = statements.lock(ids);
    keepUnknown(batch, messages);
    return change(messages.stream().flatMap(it -> change(it, batch).stream()).toList());
  }

  private List<ContactKey> change(List<Change> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    statements.change(changes);
    var failures =
        changes.stream().filter(it -> it.delivery().rank() == DeliveryStatus.Rank.FAILED).toList();
    if (!failures.isEmpty()) {
      statements.owe(failures);
    }
    return failures.stream().map(it -> it.message().contact()).distinct().toList();
  }

  private void keepUnknown(List<DeliveryStatus> batch, List<Reported> messages) {
    var known = new HashSet<String>();
    messages.forEach(message -> known.add(message.channelMessageId()));
    var unknown =
        batch.stream().filter(status -> !known.contains(status.channelMessageId())).toList();
    if (!unknown.isEmpty()) {
      statements.keep(unknown);
    }
  }

  private static Optional<Change> change(Reported message, List<DeliveryStatus> batch) {
    var changes = new ArrayList<Change>();
    var delivery = message.delivery();
    for (var status : batch) {
      if (status.channelMessageId().equals(message.channelMessageId())) {
        var next = Delivery.after(delivery, status);
        if (!Optional.of(next).equals(delivery)) {
          changes.add(new Change(message, next, status.error()));
          delivery = Optional.of(next);
        }
      }
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast());
  }
}
