package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapflow.sandbox.Ledger.Accepted;
import dev.tapflow.sandbox.PhoneMessage.Progress;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code GET /whatsapp/messages…}: what became of the messages that were sent with a key. */
@Singleton
final class StatusBook {

  private static final int MOST = 100;

  private final Ledger ledger;
  private final Customers customers;
  private final Dialect dialect;

  StatusBook(Ledger ledger, Customers customers, Dialect dialect) {
    this.ledger = ledger;
    this.customers = customers;
    this.dialect = dialect;
  }

  Reply status(Call call, long messageId) {
    return ledger
        .find(messageId, call.validKey())
        .<Reply>map(entry -> new Reply.Done(200, document(entry)))
        .orElseGet(() -> new Reply.Refused(Refusal.noSuchMessage(messageId)));
  }

  /** The newest first, and never more than a hundred, whatever is asked for. */
  Reply list(Call call, int limit) {
    var body = Json.object().put("request_id", UUID.randomUUID().toString());
    var messages = body.putArray("messages");
    ledger
        .newest(Math.clamp(limit, 1, MOST), call.validKey())
        .forEach(entry -> messages.add(line(entry)));
    return new Reply.Done(200, body);
  }

  private ObjectNode line(Accepted entry) {
    var line =
        Json.object()
            .put("message_id", entry.messageId())
            .put("status", word(entry))
            .put("phone_number", entry.phone())
            .put("sent_at", entry.acceptedAt().toString());
    failure(entry).ifPresent(why -> line.put("failure_reason", why));
    return line;
  }

  private ObjectNode document(Accepted entry) {
    var body =
        Json.object()
            .put("request_id", UUID.randomUUID().toString())
            .put("message_id", entry.messageId())
            .put("status", word(entry));
    switch (dialect.statusWords()) {
      case LOWER -> putTimes(body, entry);
      case UPPER -> putConversation(body, entry);
    }
    return body;
  }

  /** As the page "Message status API" has it. */
  private void putTimes(ObjectNode body, Accepted entry) {
    var progress = progress(entry);
    body.put("phone_number", entry.phone())
        .put("channel_message_id", entry.channelMessageId())
        .put("sent_at", entry.acceptedAt().toString())
        .put("delivered_at", text(progress.map(Progress::deliveredAt)))
        .put("read_at", text(progress.map(Progress::readAt)))
        .put("failure_reason", failure(entry).orElse(null));
  }

  /** As the guide has it; the Intercom ids are empty, for no conversation was opened. */
  private void putConversation(ObjectNode body, Accepted entry) {
    body.put("status_message", "The message is " + word(entry))
        .put("channel_message_id", entry.channelMessageId())
        .put("intercom_conversation_id", "")
        .put("intercom_conversation_part_id", "")
        .put("last_updated", entry.acceptedAt().toString());
    failure(entry).ifPresent(why -> body.put("failure_reason", why));
  }

  private String word(Accepted entry) {
    var status = progress(entry).map(Progress::status).orElse(PhoneMessage.Status.SENT);
    return switch (dialect.statusWords()) {
      case LOWER -> status.word();
      case UPPER -> status.name();
    };
  }

  private Optional<String> failure(Accepted entry) {
    return progress(entry).map(Progress::error);
  }

  private Optional<Progress> progress(Accepted entry) {
    return customers
        .find(new CustomerNumber(entry.phone()))
        .flatMap(customer -> customer.message(entry.channelMessageId()))
        .map(PhoneMessage::progress);
  }

  private static @Nullable String text(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }
}
