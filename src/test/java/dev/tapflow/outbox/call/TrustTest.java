package dev.tapflow.outbox.call;

import static dev.tapflow.outbox.call.Calls.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpAnswer.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address is chosen beforehand; the certificate must still be the name's. */
class TrustTest {

  private static final String PASSWORD = "change-me";

  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @BeforeEach
  void open() throws Exception {
    server =
        vertx
            .createHttpServer(
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(keys()))
            .requestHandler(
                request -> request.response().end(request.connection().indicatedServerName()))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }

  private JksOptions keys() throws IOException, InterruptedException {
    var store = folder.resolve("shop.p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "shop",
                "-keyalg",
                "EC",
                "-dname",
                "CN=shop.example",
                "-ext",
                "san=dns:shop.example")
            .start();
    assertThat(made.waitFor()).isZero();
    return new JksOptions().setPath(store.toString()).setPassword(PASSWORD);
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void goesByTheNameNotTheAddress() throws Exception {
    assertThat(call("shop.example", trusting()))
        .isEqualTo(new HttpAnswer.Answered(200, "shop.example"));
    assertThat(call("other.example", trusting()))
        .isEqualTo(new HttpAnswer.Failed(Reason.UNREACHABLE, "no trusted connection"));
  }

  @Test
  void isNotGivenToAnUnknownCertificate() throws Exception {
    assertThat(call("shop.example", new HttpClientOptions()))
        .isEqualTo(new HttpAnswer.Failed(Reason.UNREACHABLE, "no trusted connection"));
  }

  private HttpClientOptions trusting() {
    return new HttpClientOptions()
        .setTrustOptions(
            new JksOptions().setPath(folder.resolve("shop.p12").toString()).setPassword(PASSWORD));
  }

  private HttpAnswer call(String host, HttpClientOptions options) throws InterruptedException {
    var calls =
        new ServiceCalls(
            Settings.allowing("127.0.0.1"),
            Optional::of,
            Optional.of((name, within) -> List.of(InetAddress.ofLiteral("127.0.0.1"))),
            options);
    try {
      return switch (calls.attempt(
          get("https://%s:%d/".formatted(host, server.actualPort())), () -> true)) {
        case Attempt.Done(var answer) -> answer;
        case Attempt.MayGoBetter(var answer, var pause) -> answer;
        case Attempt.NotBegun none -> throw new AssertionError("not begun");
      };
    } finally {
      calls.end();
    }
  }
}
