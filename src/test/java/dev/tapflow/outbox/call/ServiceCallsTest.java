package dev.tapflow.outbox.call;

import static dev.tapflow.outbox.call.Calls.get;
import static dev.tapflow.outbox.call.Calls.post;
import static dev.tapflow.outbox.call.Shop.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpAnswer.Reason;
import dev.tapflow.message.HttpCall;
import dev.tapflow.message.HttpCall.Secret;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceCallsTest {

  private static final Duration SOON = Duration.ofMillis(200);

  private final Shop shop = new Shop();
  private ServiceCalls calls = calls(Settings.allowing(shop.listed()));

  @AfterEach
  void close() {
    calls.end();
    shop.close();
  }

  private static ServiceCalls calls(Settings settings) {
    return new ServiceCalls(
        settings,
        name -> Optional.of("value of " + name),
        Optional.empty(),
        new HttpClientOptions());
  }

  private void use(Settings settings) {
    calls.end();
    calls = calls(settings);
  }

  private Attempt attempt(HttpCall call) throws InterruptedException {
    return calls.attempt(call, () -> true);
  }

  @Test
  void bringsTheAnswer() throws InterruptedException {
    shop.on("/orders", answer(200, "{\"state\":\"shipped\"}", "Content-Type", "application/json"));

    assertThat(attempt(get(shop.url("/orders/A%201?x=%26"))))
        .isEqualTo(done(200, Map.of("state", "shipped")));
    assertThat(shop.asked().getFirst().path()).isEqualTo("/orders/A%201?x=%26");
    assertThat(shop.asked().getFirst().headers())
        .containsEntry("host", shop.listed())
        .containsEntry("user-agent", "Tapflow");
  }

  @Test
  void sendsWhatTheFlowWantsSecretsIncluded() throws InterruptedException {
    shop.on("/orders", answer(201, ""));
    var call =
        Calls.with(
            post(shop.url("/orders"), Map.of("key", Secret.marker("shop"))),
            Map.of("Authorization", "Bearer " + Secret.marker("shop")));

    assertThat(attempt(call)).isEqualTo(new Attempt.Done(new HttpAnswer.Answered(201, null)));
    var asked = shop.asked().getFirst();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.body()).isEqualTo("{\"key\":\"value of shop\"}");
    assertThat(asked.headers())
        .containsEntry("authorization", "Bearer value of shop")
        .containsEntry("content-type", "application/json");
  }

  @Test
  void sendsEveryMethod() throws InterruptedException {
    shop.on("/a", answer(200, ""));
    for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      attempt(Calls.call(method, shop.url("/a"), Map.of(), Optional.empty()));
    }

    assertThat(shop.asked())
        .extracting(Shop.Asked::method)
        .containsExactly("GET", "POST", "PUT", "PATCH", "DELETE");
  }

  @Test
  void usesAConnectionAgain() {
    shop.on("/a", answer(200, "a"));

    // a connection is free again a moment after its answer
    Awaitility.await()
        .until(
            () -> {
              attempt(get(shop.url("/a")));
              var ports = shop.asked().stream().map(Shop.Asked::from).toList();
              return Set.copyOf(ports).size() < ports.size();
            });
  }

  @Test
  void saysWhatMayGoBetterAnotherTime() throws InterruptedException {
    shop.on("/down", answer(503, "later", "Retry-After", "7"));
    shop.on("/busy", answer(429, ""));
    shop.on("/no", answer(404, ""));

    assertThat(attempt(get(shop.url("/down"))))
        .isEqualTo(
            new Attempt.MayGoBetter(new HttpAnswer.Answered(503, "later"), Duration.ofSeconds(7)));
    assertThat(attempt(get(shop.url("/busy")))).isInstanceOf(Attempt.MayGoBetter.class);
    assertThat(attempt(get(shop.url("/no")))).isEqualTo(done(404, null));
  }

  @Test
  void givesUpInTime() throws Exception {
    var mayEnd = new CountDownLatch(1);
    shop.on("/slow", exchange -> await(mayEnd));

    assertThat(failure(attempt(Calls.within(get(shop.url("/slow")), SOON))))
        .isEqualTo(Reason.TIMEOUT);
    use(Settings.allowing(shop.listed()).withTimeout(SOON));
    assertThat(failure(attempt(get(shop.url("/slow"))))).isEqualTo(Reason.TIMEOUT);
    mayEnd.countDown();
  }

  @Test
  void givesUpInTimeOnABodyThatDripsForEver() throws Exception {
    var mayEnd = new CountDownLatch(1);
    shop.on(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('a');
          exchange.getResponseBody().flush();
          await(mayEnd);
        });

    assertThat(failure(attempt(Calls.within(get(shop.url("/drip")), SOON))))
        .isEqualTo(Reason.TIMEOUT);
    mayEnd.countDown();
  }

  @Test
  void readsNoMoreThanItMay() throws InterruptedException {
    shop.on("/large", answer(200, "x".repeat(1001)));
    shop.on("/just", answer(200, "x".repeat(1000)));
    shop.on(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(new byte[100]);
          }
        });

    assertThat(failure(attempt(get(shop.url("/large"))))).isEqualTo(Reason.TOO_LARGE);
    assertThat(failure(attempt(get(shop.url("/endless"))))).isEqualTo(Reason.TOO_LARGE);
    assertThat(attempt(get(shop.url("/just")))).isEqualTo(done(200, "x".repeat(1000)));
  }

  @Test
  void refusesAnAnswerThatIsNestedTooDeep() throws InterruptedException {
    shop.on("/deep", answer(200, "[".repeat(100) + "]".repeat(100)));

    assertThat(failure(attempt(get(shop.url("/deep"))))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void knowsWhetherACallThatWasCutMayHaveArrived() throws InterruptedException {
    shop.on(
        "/cut",
        exchange -> {
          throw new IOException("cut");
        });

    assertThat(failure(attempt(post(shop.url("/cut"), "x")))).isEqualTo(Reason.UNCLEAR);
    assertThat(failure(attempt(get(shop.url("/cut"))))).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure(attempt(Calls.again(post(shop.url("/cut"), "x"), 1))))
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void knowsThatNothingLeftWhereNobodyListens() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    use(Settings.allowing("127.0.0.1"));

    assertThat(failure(attempt(post("http://127.0.0.1:" + port + "/", "x"))))
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void saysThatAServiceIsNoHttpServer() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(
          () -> {
            try (var socket = other.accept()) {
              socket
                  .getOutputStream()
                  .write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
              socket.getOutputStream().flush();
              socket.getInputStream().readAllBytes();
            } catch (IOException cut) {
              Thread.currentThread().interrupt();
            }
          });
      use(Settings.allowing("127.0.0.1"));

      assertThat(failure(attempt(get("http://127.0.0.1:" + other.getLocalPort() + "/"))))
          .isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void answersFromMemoryWhileTheFlowAllowsIt() throws InterruptedException {
    shop.on("/a", answer(200, "a"));
    shop.on("/fails", answer(500, "a"));
    var call = Calls.cached(get(shop.url("/a")), Duration.ofMinutes(1));

    assertThat(attempt(call)).isEqualTo(attempt(call)).isEqualTo(done(200, "a"));
    assertThat(shop.asked()).hasSize(1);
    attempt(Calls.with(call, Map.of("X-Key", Secret.marker("other"))));
    attempt(get(shop.url("/a")));
    assertThat(shop.asked()).hasSize(3);
    attempt(Calls.cached(get(shop.url("/fails")), Duration.ofMinutes(1)));
    attempt(Calls.cached(get(shop.url("/fails")), Duration.ofMinutes(1)));
    assertThat(shop.asked()).hasSize(5);
  }

  @Test
  void doesNotBeginWhereItsCallerSaysNo() throws InterruptedException {
    assertThat(calls.attempt(get(shop.url("/a")), () -> false)).isEqualTo(new Attempt.NotBegun());
    calls.close();
    assertThat(attempt(get(shop.url("/a")))).isEqualTo(new Attempt.NotBegun());
  }

  @Test
  void sendsNoMoreToOneServiceThanItMay() throws Exception {
    var under = new CountDownLatch(4);
    var mayEnd = new CountDownLatch(1);
    shop.on(
        "/slow",
        exchange -> {
          under.countDown();
          await(mayEnd);
          answer(200, "").to(exchange);
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, 6)
              .mapToObj(at -> threads.submit(() -> attempt(get(shop.url("/slow")))))
              .toList();
      under.await();

      assertThat(calls.full()).containsExactly(shop.listed());
      assertThat(calls.free()).isEqualTo(4);
      assertThat(shop.asked()).hasSize(4);
      mayEnd.countDown();
      for (var one : running) {
        assertThat(one.get()).isEqualTo(done(200, null));
      }
    }
    assertThat(calls.full()).isEmpty();
    assertThat(calls.underWay()).isZero();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Attempt done(int status, @org.jspecify.annotations.Nullable Object body) {
    return new Attempt.Done(new HttpAnswer.Answered(status, body));
  }

  static Reason failure(Attempt attempt) {
    var answer =
        switch (attempt) {
          case Attempt.Done(var it) -> it;
          case Attempt.MayGoBetter(var it, var pause) -> it;
          case Attempt.NotBegun none -> throw new AssertionError("not begun");
        };
    return ((HttpAnswer.Failed) answer).reason();
  }
}
