package dev.tapflow.webhook;

import dev.tapflow.message.BusinessClock;
import dev.tapflow.webhook.WebhookSettings.Source;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The door for relays and automations that tell of customers' messages in our own JSON, signed with
 * the channel's {@code replies-secret}. {@link RepliesReader} says what that JSON is.
 */
@Path("/webhooks/replies/{channel}")
public class RepliesWebhook {

  private static final String SIGNATURE = "X-Tapflow-Signature";

  private final Channels channels;
  private final Entrance entrance;
  private final BusinessClock clock;

  RepliesWebhook(Channels channels, Entrance entrance, BusinessClock clock) {
    this.channels = channels;
    this.entrance = entrance;
    this.clock = clock;
  }

  /** Takes one message or up to 1,000; the answer comes when they are durable. */
  @POST
  public CompletionStage<Response> receive(
      @PathParam("channel") String channel,
      @HeaderParam(SIGNATURE) @Nullable String signature,
      byte[] body) {
    var secret = channels.secret(channel, WebhookSettings.Channel::repliesSecret);
    return entrance.pass(
        new Entrance.Knock(Source.REPLIES, channel, secret, SIGNATURE, signature, body),
        json -> new RepliesReader(channel, body, clock.now()).read(json));
  }
}
