package dev.tapflow.outbox.call;

import dev.tapflow.message.HttpAnswer.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, with an address that was looked at: the client connects to it and to
 * nothing else, while host header, SNI and certificate go by the name.
 */
final class Exchange {

  private final HttpClient client;
  private final Request request;
  private final int mostBytes;
  private final CompletableFuture<Ending.Answer> answer = new CompletableFuture<>();
  private volatile boolean isGivenUp;
  private volatile @Nullable HttpClientRequest leaving;

  Exchange(HttpClient client, Request request, int mostBytes) {
    this.client = client;
    this.request = request;
    this.mostBytes = mostBytes;
  }

  /** The body is larger than it may be. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super(null, null, false, false);
    }
  }

  Ending with(InetAddress address, Duration connect, Deadline deadline)
      throws InterruptedException {
    client
        .request(options(address, connect))
        .compose(this::send)
        .compose(this::read)
        .onSuccess(answer::complete)
        .onFailure(answer::completeExceptionally);
    try {
      return answer.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return new Ending.NoAnswer(Reason.TIMEOUT, "no answer in time", leaving != null);
    } catch (ExecutionException failed) {
      return sorted(failed.getCause());
    } finally {
      giveUp();
    }
  }

  private RequestOptions options(InetAddress address, Duration connect) {
    var to = request.destination();
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setHost(to.host())
            .setPort(to.port())
            .setSsl(to.isEncrypted())
            .setURI(to.path())
            .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, to.port())))
            .setConnectTimeout(connect.toMillis())
            .setFollowRedirects(false);
    request.headers().forEach(options::putHeader);
    return options;
  }

  private Future<HttpClientResponse> send(HttpClientRequest ready) {
    if (isGivenUp) {
      ready.reset();
      return Future.failedFuture(new TimeoutException());
    }
    leaving = ready;
    // it fails the answer too; unheard, it would be logged with what the service said
    ready.connection().exceptionHandler(broken -> {});
    return request.body().map(bytes -> ready.send(Buffer.buffer(bytes))).orElseGet(ready::send);
  }

  private Future<Ending.Answer> read(HttpClientResponse response) {
    Promise<Ending.Answer> whole = Promise.promise();
    var body = Buffer.buffer();
    response.handler(
        part -> {
          if (body.length() + part.length() <= mostBytes) {
            body.appendBuffer(part);
          } else if (whole.tryFail(new TooLarge())) {
            response.request().reset();
          }
        });
    response.exceptionHandler(whole::tryFail);
    response.endHandler(end -> whole.tryComplete(answer(response, body)));
    return whole.future();
  }

  private static Ending.Answer answer(HttpClientResponse response, Buffer body) {
    return new Ending.Answer(
        response.statusCode(),
        Optional.ofNullable(response.getHeader("Content-Type")).orElse(""),
        Optional.ofNullable(response.getHeader("Location")),
        Optional.ofNullable(response.getHeader("Retry-After")),
        body.getBytes());
  }

  /** Whatever is still under way is cut; after an answer there is nothing. */
  private void giveUp() {
    isGivenUp = true;
    var left = leaving;
    if (left != null && !answer.isDone()) {
      left.reset();
    }
  }

  private Ending sorted(@Nullable Throwable failure) {
    var hasLeft = leaving != null;
    return switch (failure) {
      case TooLarge large ->
          new Ending.NoAnswer(
              Reason.TOO_LARGE, "the answer has more than %d bytes".formatted(mostBytes), true);
      case TimeoutException late ->
          new Ending.NoAnswer(Reason.TIMEOUT, "no connection in time", hasLeft);
      case io.netty.channel.ConnectTimeoutException late ->
          new Ending.NoAnswer(Reason.TIMEOUT, "no connection in time", hasLeft);
      case SSLException untrusted ->
          new Ending.NoAnswer(Reason.UNREACHABLE, "no trusted connection", hasLeft);
      case null, default ->
          new Ending.NoAnswer(
              Reason.UNREACHABLE, hasLeft ? "the connection was cut" : "no connection", hasLeft);
    };
  }
}
