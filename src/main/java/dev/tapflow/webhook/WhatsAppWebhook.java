package dev.tapflow.webhook;

import dev.tapflow.webhook.WebhookSettings.Source;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The door Meta knocks on (source: WhatsApp "Create a webhook endpoint"). The channel in the path
 * chooses the secret; which channel a message belongs to, its number decides.
 */
@Path("/webhooks/whatsapp/{channel}")
public class WhatsAppWebhook {

  private static final String SIGNATURE = "X-Hub-Signature-256";

  private final Channels channels;
  private final Entrance entrance;
  private final MetaReader reader;

  WhatsAppWebhook(Channels channels, Entrance entrance, MetaReader reader) {
    this.channels = channels;
    this.entrance = entrance;
    this.reader = reader;
  }

  /** Meta asks whether this address is ours: who knows the token gets the challenge back. */
  @GET
  public Response verify(
      @PathParam("channel") String channel,
      @QueryParam("hub.mode") @Nullable String mode,
      @QueryParam("hub.verify_token") @Nullable String token,
      @QueryParam("hub.challenge") @Nullable String challenge) {
    if (!channels.knows(channel)) {
      return entrance.unknownChannel();
    }
    if (!"subscribe".equals(mode) || token == null || !isVerifyToken(channel, token)) {
      return Refusal.of(
          Status.FORBIDDEN,
          "Expected hub.mode=subscribe and the channel's verify token in hub.verify_token");
    }
    return Response.ok(challenge == null ? "" : challenge, MediaType.TEXT_PLAIN_TYPE)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** Takes messages and statuses; the answer comes when they are durable. */
  @POST
  public CompletionStage<Response> receive(
      @PathParam("channel") String channel,
      @HeaderParam(SIGNATURE) @Nullable String signature,
      byte[] body) {
    var secret = channels.secret(channel, known -> known.cloud().appSecret());
    return entrance.pass(
        new Entrance.Knock(Source.META, channel, secret, SIGNATURE, signature, body),
        json -> reader.read(channel, body, json));
  }

  private boolean isVerifyToken(String channel, String token) {
    return channels
        .secret(channel, known -> known.cloud().verifyToken())
        .filter(
            expected ->
                MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8),
                    token.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }
}
