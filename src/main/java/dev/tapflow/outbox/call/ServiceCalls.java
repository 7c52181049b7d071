package dev.tapflow.outbox.call;

import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpAnswer.Reason;
import dev.tapflow.message.HttpCall;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Makes calls, one attempt at a time, within the bounds that the settings draw. */
@Singleton
public final class ServiceCalls {

  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int LARGEST_HEADERS = 16 * 1024;
  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpSettings settings;
  private final Function<String, Optional<String>> secrets;
  private final Vertx vertx;
  private final SystemResolver ownResolver = new SystemResolver();
  private final ServiceClient client;
  private final AnswerCache cache;
  private final Slots slots;

  @Inject
  ServiceCalls(HttpSettings settings, ServiceSecrets secrets) {
    this(settings, secrets::value, Optional.empty(), new HttpClientOptions());
  }

  /** For tests: another name server, other certificates. */
  ServiceCalls(
      HttpSettings settings,
      Function<String, Optional<String>> secrets,
      Optional<Resolver> resolver,
      HttpClientOptions options) {
    this.settings = settings;
    this.secrets = secrets;
    this.vertx = apart();
    this.client =
        new ServiceClient(
            vertx.createHttpClient(bounded(options), pool(settings)),
            resolver.orElse(ownResolver),
            AllowedHosts.of(settings.allowedHosts().orElse(List.of())),
            Math.toIntExact(settings.maxResponse().asLongValue()));
    this.cache = new AnswerCache(settings.cache().asLongValue(), InstantSource.system());
    this.slots = new Slots(settings.concurrency(), settings.perHost());
  }

  /**
   * Apart from the web server's: its metrics would be labelled with paths, which carry what
   * customers wrote.
   */
  private static Vertx apart() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(2)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  private static HttpClientOptions bounded(HttpClientOptions options) {
    return options
        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
        .setMaxHeaderSize(LARGEST_HEADERS)
        .setVerifyHost(true)
        .setTrustAll(false)
        .setTracingPolicy(TracingPolicy.IGNORE);
  }

  private static PoolOptions pool(HttpSettings settings) {
    return new PoolOptions().setHttp1MaxSize(settings.concurrency());
  }

  /** What calls to one service have in common; empty where the address is none. */
  public static String serviceOf(HttpCall call) {
    return Destination.parse(call.url()).map(Destination::service).orElse("");
  }

  /** How many more calls could begin now. */
  public int free() {
    return slots.free();
  }

  /** Calls under way. */
  public int underWay() {
    return slots.used();
  }

  /** Services to which no more calls can go now. */
  public List<String> full() {
    return slots.full();
  }

  /** Begins no more calls; those that wait for their turn are let go. */
  public void close() {
    slots.close();
  }

  @PreDestroy
  void end() {
    close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    ownResolver.close();
  }

  /**
   * Makes one attempt; it waits for its turn, and for the answer.
   *
   * @param begin asked just before the call leaves; where it says no, it does not leave
   */
  public Attempt attempt(HttpCall call, BooleanSupplier begin) throws InterruptedException {
    var kept = cache.find(call);
    if (kept.isPresent()) {
      return new Attempt.Done(kept.get());
    }
    return switch (Preparation.of(call, secrets)) {
      case Preparation.Outcome.NotAllowed(var why) ->
          new Attempt.Done(new HttpAnswer.Failed(Reason.NOT_ALLOWED, why));
      case Preparation.Outcome.Ready(var request) -> inTurn(call, request, begin);
    };
  }

  private Attempt inTurn(HttpCall call, Request request, BooleanSupplier begin)
      throws InterruptedException {
    var service = request.destination().service();
    if (!slots.take(service)) {
      return new Attempt.NotBegun();
    }
    try {
      return begin.getAsBoolean()
          ? sorted(call, client.send(request, timeout(call)))
          : new Attempt.NotBegun();
    } finally {
      slots.giveBack(service);
    }
  }

  private Duration timeout(HttpCall call) {
    var wanted = call.timeoutOr(settings.timeout());
    return wanted.compareTo(settings.maxTimeout()) > 0 ? settings.maxTimeout() : wanted;
  }

  private Attempt sorted(HttpCall call, Ending ending) {
    return switch (ending) {
      case Ending.Answer answer -> answered(call, answer);
      case Ending.NoAnswer none -> unanswered(call, none);
    };
  }

  private static Attempt unanswered(HttpCall call, Ending.NoAnswer none) {
    var isUnclear = none.reason() == Reason.UNREACHABLE && none.hasLeft() && !call.isRepeatable();
    var failed = new HttpAnswer.Failed(isUnclear ? Reason.UNCLEAR : none.reason(), none.why());
    return switch (none.reason()) {
      case TIMEOUT, UNREACHABLE, UNCLEAR -> new Attempt.MayGoBetter(failed, Duration.ZERO);
      case NOT_ALLOWED, TOO_LARGE -> new Attempt.Done(failed);
    };
  }

  private Attempt answered(HttpCall call, Ending.Answer answer) {
    HttpAnswer.Answered read;
    try {
      read =
          new HttpAnswer.Answered(
              answer.status(), AnswerBody.read(answer.body(), answer.contentType()));
    } catch (AnswerBody.TooDeep tooDeep) {
      return new Attempt.Done(
          new HttpAnswer.Failed(
              Reason.TOO_LARGE,
              "the answer is nested deeper than %d levels".formatted(AnswerBody.DEEPEST)));
    }
    cache.keep(call, read, answer.body().length);
    return read.status() >= 500 || read.status() == TOO_MANY_REQUESTS
        ? new Attempt.MayGoBetter(read, pause(answer))
        : new Attempt.Done(read);
  }

  /** RFC 9110, "Retry-After"; a date is left aside. */
  private static Duration pause(Ending.Answer answer) {
    return answer
        .retryAfter()
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ZERO);
  }
}
