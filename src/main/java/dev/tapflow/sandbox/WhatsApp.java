package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapflow.sandbox.PhoneMessage.Status;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries the business' messages to the phones, and tells how far they came. */
@Singleton
final class WhatsApp {

  private final Customers customers;
  private final MetaWebhook webhook;
  private final SandboxClock clock;

  WhatsApp(Customers customers, MetaWebhook webhook, SandboxClock clock) {
    this.customers = customers;
    this.webhook = webhook;
    this.clock = clock;
  }

  /** Whether a message that is no template may go to this number now. */
  boolean mayWriteFreelyTo(CustomerNumber number) {
    return customers.find(number).filter(c -> c.mayBeWrittenTo(clock.instant())).isPresent();
  }

  /** Puts a message into the chat and gives its id; a stranger's phone appears with it. */
  String deliver(CustomerNumber to, String nameOfStranger, Content content) {
    var customer = customers.orMovingIn(to, nameOfStranger);
    var message = PhoneMessage.fromBusiness(MessageId.fresh(), clock.instant(), content);
    customer.receives(message);
    if (webhook.target().automatic()) {
      post(customer, message.id(), Status.SENT, null);
      report(customer, message.id(), Status.DELIVERED, null);
    }
    return message.id();
  }

  void readAll(Customer customer) {
    customer
        .readsAll(clock.instant())
        .forEach(message -> post(customer, message.id(), Status.READ, null));
  }

  /** Moves one message's status on and posts it, even when it is news to nobody. */
  void report(Customer customer, String id, Status status, @Nullable Failure failure) {
    customer.mark(id, status, clock.instant(), failure == null ? null : failure.toString());
    post(customer, id, status, failure);
  }

  private void post(Customer customer, String id, Status status, @Nullable Failure failure) {
    var number = customer.number();
    ObjectNode node =
        Json.object()
            .put("id", id)
            .put("status", status.word())
            .put("timestamp", Long.toString(clock.instant().getEpochSecond()))
            .put("recipient_id", number.waId());
    Optional.ofNullable(failure).ifPresent(why -> node.putArray("errors").add(why.toJson()));
    webhook.postStatus(number, node);
  }

  /** Why WhatsApp could not deliver; codes: Meta, "Error codes". */
  record Failure(int code, String title, String details) {

    ObjectNode toJson() {
      var error = Json.object().put("code", code).put("title", title).put("message", title);
      error.putObject("error_data").put("details", details);
      return error.put(
          "href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
    }

    @Override
    public String toString() {
      return "(#%d) %s: %s".formatted(code, title, details);
    }
  }
}
