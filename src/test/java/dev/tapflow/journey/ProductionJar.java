package dev.tapflow.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The production jar as an operator starts it: environment variables in, words and an exit code
 * out.
 */
final class ProductionJar implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Path output;
  private final int port;

  private ProductionJar(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  static ProductionJar start(Map<String, String> environment, String... arguments)
      throws IOException {
    return startOn(freePort(), environment, arguments);
  }

  static ProductionJar startOn(int port, Map<String, String> environment, String... arguments)
      throws IOException {
    var output = Files.createTempFile(Path.of("target"), "production-jar", ".log");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(List.of(java, "-jar", "target/quarkus-app/quarkus-run.jar"));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(ProductionJar::isOurs);
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    return new ProductionJar(builder.start(), output, port);
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("QUARKUS_") || variable.startsWith("TAPFLOW_");
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits for its end; one that stays is a failure. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("Expected the process to end, but it runs");
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** The status, or 0 while nobody listens. */
  int status(String path) {
    try {
      return get(path).statusCode();
    } catch (IllegalStateException e) {
      return 0;
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("Expected an answer to " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + request.uri(), e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
