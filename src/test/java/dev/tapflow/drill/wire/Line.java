package dev.tapflow.drill.wire;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One connection that stays open; what is sent over it goes one after another. */
public final class Line implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService turn = Executors.newSingleThreadExecutor();

  /** A line to the replica at an address such as {@code http://localhost:8080}. */
  public Line(URI base) {
    this.base = base;
  }

  /** What came back. */
  public record Answer(int status, String body) {}

  /** Sends when it is this request's turn; headers are names and values in turn. */
  public CompletableFuture<Answer> post(String path, byte[] body, String... headers) {
    return send("POST", path, body, headers);
  }

  /** The same by another method. */
  public CompletableFuture<Answer> send(
      String method, String path, byte[] body, String... headers) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CompletableFuture.supplyAsync(
        () -> {
          var response = http.sendAsync(request.build(), BodyHandlers.ofString()).join();
          return new Answer(response.statusCode(), response.body());
        },
        turn);
  }

  @Override
  public void close() {
    turn.shutdownNow();
    http.shutdownNow();
  }
}
