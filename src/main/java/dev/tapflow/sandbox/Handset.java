package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapflow.sandbox.Content.FromTemplate;
import dev.tapflow.sandbox.Content.Menu;
import dev.tapflow.sandbox.Content.Option;
import dev.tapflow.sandbox.Content.Tap;
import dev.tapflow.sandbox.Content.Text;
import dev.tapflow.sandbox.Content.Unsupported;
import dev.tapflow.sandbox.PhoneMessage.Status;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The customer's hands: whatever they do becomes a message of Meta's and goes to the webhook. */
@Singleton
final class Handset {

  /** Types that open no window: they are no message a person wrote to the business. */
  private static final Set<String> SILENT_TYPES = Set.of("reaction", "system", "unsupported");

  private final MetaWebhook webhook;
  private final SandboxClock clock;

  Handset(MetaWebhook webhook, SandboxClock clock) {
    this.webhook = webhook;
    this.clock = clock;
  }

  /**
   * What a test may choose of a message that is otherwise made up.
   *
   * @param id to make a duplicate
   * @param timestamp in epoch seconds, to make a message that comes late
   */
  record Stamp(@Nullable String id, @Nullable Long timestamp) {}

  /** Types a text; its id. */
  String types(Customer customer, String text, Stamp stamp) {
    var message = Json.object().put("type", "text");
    message.putObject("text").put("body", text);
    return send(customer, message, new Text(text), stamp);
  }

  /** Taps an option of a message that may be as old as the chat; the tap's id. */
  String taps(Customer customer, PhoneMessage on, Option option, Stamp stamp) {
    var message = Json.object();
    message
        .putObject("context")
        .put("from", webhook.target().displayPhoneNumber())
        .put("id", on.id());
    if (on.content() instanceof FromTemplate) {
      message.put("type", "button");
      message.putObject("button").put("payload", option.id()).put("text", option.title());
    } else {
      putReply(message, on.content() instanceof Menu ? "list_reply" : "button_reply", option);
    }
    return send(customer, message, new Tap(on.id(), option), stamp);
  }

  private static void putReply(ObjectNode message, String type, Option option) {
    message.put("type", "interactive");
    var reply = message.putObject("interactive").put("type", type).putObject(type);
    reply.put("id", option.id()).put("title", option.title());
    if (option.description() != null) {
      reply.put("description", option.description());
    }
  }

  /** Sends whatever Meta could post, as it is given; its id. */
  String sends(Customer customer, ObjectNode message, Stamp stamp) {
    var type = message.path("type").asText();
    var content =
        type.equals("text")
            ? new Text(message.path("text").path("body").asText())
            : new Unsupported("[" + type + "]");
    return send(customer, message, content, stamp);
  }

  private String send(Customer customer, ObjectNode message, Content content, Stamp stamp) {
    var number = customer.number();
    var id = stamp.id() == null ? MessageId.fresh() : stamp.id();
    var at = stamp.timestamp() == null ? clock.instant() : Instant.ofEpochSecond(stamp.timestamp());
    message
        .put("from", number.waId())
        .put("id", id)
        .put("timestamp", Long.toString(at.getEpochSecond()));
    boolean opensWindow = !SILENT_TYPES.contains(message.path("type").asText());
    customer.writes(PhoneMessage.fromCustomer(id, at, content), opensWindow);
    webhook.postMessage(
        number,
        customer.name(),
        message,
        () -> customer.mark(id, Status.DELIVERED, clock.instant(), null));
    return id;
  }
}
