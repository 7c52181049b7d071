package dev.tapflow.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapflow.webhook.WebhookSettings.Source;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all doors do in the same order: know the channel, prove who is knocking, read JSON, take it
 * in. Nothing of a body is looked at before its signature was.
 */
@Singleton
final class Entrance {

  /** In bytes (source: WhatsApp "Webhooks overview", payloads of up to 3 MB). */
  private static final int LARGEST_BODY = 3 * 1024 * 1024;

  /** In bytes. A larger body would keep the thread that serves the network from other senders. */
  private static final int QUICKLY_READ = 64 * 1024;

  private final Channels channels;
  private final Intake intake;
  private final WebhookMeters meters;

  Entrance(Channels channels, Intake intake, WebhookMeters meters) {
    this.channels = channels;
    this.intake = intake;
    this.meters = meters;
  }

  /**
   * Somebody at a door.
   *
   * @param header the header that holds the signature
   * @param signature what it holds, if it is there
   */
  record Knock(
      Source source,
      String channel,
      Optional<String> secret,
      String header,
      @Nullable String signature,
      byte[] body) {}

  /** Lets in whoever knows the secret; the answer comes when what they brought is durable. */
  CompletionStage<Response> pass(Knock knock, Function<JsonNode, Reading> reader) {
    return knock.body().length <= QUICKLY_READ
        ? passNow(knock, reader)
        : CompletableFuture.supplyAsync(() -> passNow(knock, reader), Thread::startVirtualThread)
            .thenCompose(Function.identity());
  }

  private CompletionStage<Response> passNow(Knock knock, Function<JsonNode, Reading> reader) {
    if (!channels.knows(knock.channel())) {
      return CompletableFuture.completedStage(unknownChannel());
    }
    if (knock.body().length > LARGEST_BODY) {
      return no(
          Status.REQUEST_ENTITY_TOO_LARGE,
          "Expected a body of at most %d bytes".formatted(LARGEST_BODY));
    }
    if (!Signature.proves(knock.secret(), knock.signature(), knock.body())) {
      meters.wrongSignature(knock.source(), knock.channel());
      return no(
          Status.UNAUTHORIZED,
          "Expected the header %s: sha256=<HMAC-SHA256 of the body in hex, by the channel's secret>"
              .formatted(knock.header()));
    }
    return Json.read(knock.body())
        .map(reader)
        .map(reading -> answer(knock, reading))
        .orElseGet(() -> refuse(knock, Reading.Violation.of("Expected a body of JSON in UTF-8")));
  }

  private static CompletionStage<Response> no(Status status, String detail) {
    return CompletableFuture.completedStage(Refusal.of(status, detail));
  }

  Response unknownChannel() {
    return Refusal.of(Status.NOT_FOUND, "Expected the name of a configured channel in the path");
  }

  private CompletionStage<Response> answer(Knock knock, Reading reading) {
    return switch (reading) {
      case Reading.Understood(var incoming) -> intake.take(knock.source(), incoming);
      case Reading.Violation violation -> refuse(knock, violation);
    };
  }

  private CompletionStage<Response> refuse(Knock knock, Reading.Violation violation) {
    meters.unreadable(knock.source(), knock.channel());
    return CompletableFuture.completedStage(
        Refusal.of(Status.BAD_REQUEST, violation.detail(), violation.members()));
  }
}
