package dev.tapflow.drill.malformed;

import dev.tapflow.drill.wire.Line;
import dev.tapflow.drill.wire.Signed;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Two channels whose doors are knocked on.
 *
 * @param main the secret of the channel that lives by Meta
 * @param relay the two secrets of the one that lives by replies
 */
record Target(String main, Relay relay) {

  /** Both doors of a channel. */
  record Relay(String appSecret, String repliesSecret) {}

  /** A door. */
  record Door(String path, String header, String secret) {

    CompletableFuture<Line.Answer> knock(Line line, byte[] body) {
      return line.post(path, body, header, Signed.by(secret, body));
    }

    CompletableFuture<Line.Answer> knockUnsigned(Line line, byte[] body, long seed) {
      var wrong =
          Map.of(
              0L,
              Signed.by("another secret", body),
              1L,
              "sha256=",
              2L,
              "sha256=" + "g".repeat(64),
              3L,
              Signed.by(secret, new byte[] {'x'}));
      return seed % 5 == 4
          ? line.post(path, body)
          : line.post(path, body, header, wrong.getOrDefault(seed % 5, ""));
    }
  }

  Door meta(boolean handled) {
    return new Door(
        "/webhooks/whatsapp/" + (handled ? "main" : "relay"),
        "X-Hub-Signature-256",
        handled ? main : relay.appSecret());
  }

  Door replies(boolean handled) {
    return new Door(
        "/webhooks/replies/" + (handled ? "relay" : "main"),
        "X-Tapflow-Signature",
        handled ? relay.repliesSecret() : main);
  }
}
