package dev.tapflow.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tapflow.inbox.EventRecord.Unrouted;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.CleanText;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads a delivery of Meta's (source: WhatsApp "messages" webhook reference): any number of
 * entries, changes, messages and statuses, for any of our numbers. Nothing in it is an error; what
 * cannot be given to a contact is unrouted.
 */
@Singleton
final class MetaReader {

  private static final Logger LOG = Logger.getLogger(MetaReader.class);

  /** Source: WhatsApp "Webhooks overview", batches of up to 1,000 updates. */
  private static final int MOST_UPDATES = 1000;

  /** What a delivery says of our own number is repeated beside each message: in bytes, at most. */
  private static final int LONGEST_METADATA = 500;

  /** Of a text of the sender's that is no message, in characters. */
  private static final int LONGEST_REASON = 200;

  private final Channels channels;
  private final BusinessClock clock;
  private final WebhookMeters meters;

  MetaReader(Channels channels, BusinessClock clock, WebhookMeters meters) {
    this.channels = channels;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Reads a delivery.
   *
   * @param addressed the channel whose address it came to
   * @param body the bytes that {@code json} was read from
   */
  Reading read(String addressed, byte[] body, JsonNode json) {
    if (!json.isObject()) {
      return Reading.Violation.of("Expected an object");
    }
    var changes =
        new Loose(json).list("entry").stream().flatMap(e -> e.list("changes").stream()).toList();
    var updates = changes.stream().mapToLong(MetaReader::updates).sum();
    if (updates > MOST_UPDATES) {
      return Reading.Violation.of(
          "Expected at most %d updates, but got %d".formatted(MOST_UPDATES, updates));
    }
    var found = new Incoming.Collector();
    if (changes.isEmpty()) {
      found.add(new Unrouted(source(addressed), "no change", body));
    }
    var delivery = new Delivery(addressed, body, isOneMessage(changes), clock.now(), found);
    changes.forEach(change -> read(change, delivery));
    return new Reading.Understood(found.all());
  }

  private void read(Loose change, Delivery delivery) {
    var value = change.at("value");
    var field = change.word("field").orElse("messages");
    if (!field.equals("messages")) {
      delivery.keep(CleanText.shortened("field " + field, LONGEST_REASON), change);
      return;
    }
    var number = value.at("metadata").word("phone_number_id");
    channels
        .ofNumber(number, delivery.addressed())
        .ifPresentOrElse(
            channel -> read(channel, value, delivery), () -> keepUnknown(change, delivery));
  }

  private void keepUnknown(Loose change, Delivery delivery) {
    meters.unknownNumber(delivery.addressed());
    delivery.keep("unknown number", change);
  }

  private static void read(String channel, Loose value, Delivery delivery) {
    var messages = new MessagesOf(channel, new MetaSender.Cards(value), metadata(value));
    value.list("messages").forEach(message -> readMessage(messages, message, delivery));
    value.list("statuses").forEach(status -> readStatus(channel, status, delivery));
    MetaStatus.errors(value)
        .ifPresent(
            errors -> {
              LOG.warnf(
                  "WhatsApp reports for channel %s: %s",
                  channel, CleanText.shortened(errors, LONGEST_REASON));
              delivery.keep("errors", value);
            });
  }

  private static Optional<Event.Referral> referral(Loose referral) {
    return referral
        .word("source_id")
        .map(source -> new Event.Referral(source, referral.word("headline")));
  }

  /** What the messages of one change have in common. */
  private record MessagesOf(String channel, MetaSender.Cards cards, JsonNode metadata) {}

  private static void readMessage(MessagesOf change, Loose message, Delivery delivery) {
    var sender = MetaSender.of(message, change.cards());
    var raw = delivery.rawOf(message, change.metadata());
    sender
        .contact(change.channel())
        .map(
            contact ->
                new Inbound(
                    contact,
                    MessageId.of(message),
                    Timestamp.lenient(message.text("timestamp"), delivery.now()),
                    new Event.Message(
                        sender.phone(),
                        sender.name(),
                        message.at("context").word("id"),
                        referral(message.at("referral")),
                        MetaContent.of(message)),
                    raw))
        .ifPresentOrElse(
            delivery.found()::add,
            () -> delivery.found().add(new Unrouted(source(change.channel()), "no sender", raw)));
  }

  private static JsonNode metadata(Loose value) {
    var metadata = value.at("metadata").node();
    return Json.write(metadata).length <= LONGEST_METADATA
        ? metadata
        : JsonNodeFactory.instance.missingNode();
  }

  private static void readStatus(String channel, Loose status, Delivery delivery) {
    MetaStatus.of(status, delivery.now())
        .ifPresentOrElse(
            delivery.found()::add,
            () ->
                LOG.debugf(
                    "Channel %s: a status without an id or of an unknown kind (%s) is ignored",
                    channel, status.word("status").orElse("none")));
  }

  /** A change with neither messages nor statuses counts as well. */
  private static long updates(Loose change) {
    var value = change.at("value");
    return Math.max(1L, (long) value.size("messages") + value.size("statuses"));
  }

  private static boolean isOneMessage(List<Loose> changes) {
    return changes.size() == 1 && changes.getFirst().at("value").size("messages") == 1;
  }

  private static String source(String channel) {
    return "meta/" + channel;
  }

  /** The delivery that is being read, and what was found in it so far. */
  private record Delivery(
      String addressed, byte[] body, boolean isOneMessage, Instant now, Incoming.Collector found) {

    void keep(String reason, Loose what) {
      found.add(new Unrouted(source(addressed), reason, Json.write(what.node())));
    }

    /** The bytes as they came, or the message's own part of them where others came with it. */
    byte[] rawOf(Loose message, JsonNode metadata) {
      return isOneMessage
          ? body
          : Json.write(Map.of("metadata", metadata, "messages", List.of(message.node())));
    }
  }
}
