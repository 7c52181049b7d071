package dev.tapflow.channel.octopods;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.ChannelsSettings.TextRoute;
import dev.tapflow.channel.LookupResult;
import dev.tapflow.channel.ProbeResult;
import dev.tapflow.channel.SendResult;
import dev.tapflow.channel.StatusResult;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.PhoneNumber;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** A WhatsApp number behind Octopods' REST API. */
final class OctopodsChannel implements Channel {

  private static final int NEWEST = 100;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 6;

  private final String name;
  private final ApiKey key;
  private final String keyHash;
  private final Supplier<OctopodsApi> api;
  private final OctopodsWire wire;
  private final TextRoute textRoute;
  private final InstantSource machineTime;

  /** 429s in a row that carried no timestamp: each doubles the pause. */
  private final AtomicInteger slowDowns = new AtomicInteger();

  OctopodsChannel(
      String name,
      ApiKey key,
      Supplier<OctopodsApi> api,
      OctopodsWire wire,
      TextRoute textRoute,
      InstantSource machineTime) {
    this.name = name;
    this.key = key;
    this.keyHash = key.hash();
    this.api = api;
    this.wire = wire;
    this.textRoute = textRoute;
    this.machineTime = machineTime;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String keyHash() {
    return keyHash;
  }

  @Override
  public List<Outgoing> fit(List<Outgoing> turn, Fitting fitting) {
    return switch (textRoute) {
      case BUTTON -> Folding.fold(turn, Optional.of(fitting));
      case DESK, NONE -> Folding.fold(turn, Optional.empty());
    };
  }

  @Override
  public SendResult send(PhoneNumber to, Outbound message) {
    var violation = Limits.violation(message);
    if (violation.isPresent()) {
      return new SendResult.Refused("limit", "Not sent: " + violation.get());
    }
    return switch (message) {
      case Outbound.Buttons buttons -> interactive(wire.buttons(to, buttons));
      case Outbound.Options options -> interactive(wire.list(to, options));
      case Outbound.Template template ->
          call(
              Answers.Family.TEMPLATE,
              client ->
                  client.template(key.text(), template.channelId(), wire.template(to, template)));
      case Outbound.Form form -> interactive(wire.form(to, form));
      case Outbound.Product product -> interactive(wire.product(to, product));
      case Outbound.Products products -> interactive(wire.products(to, products));
      case Outbound.Catalog catalog -> interactive(wire.catalog(to, catalog));
      case Outbound.Text _, Outbound.Media _, Outbound.Link _, Outbound.LocationRequest _ ->
          throw new IllegalStateException("Expected nothing past the limits that Octopods lacks");
    };
  }

  private SendResult interactive(Wire.InteractiveRequest request) {
    return call(Answers.Family.INTERACTIVE, client -> client.interactive(key.text(), request));
  }

  private SendResult call(
      Answers.Family family, Function<OctopodsApi, RestResponse<String>> request) {
    OctopodsApi client;
    try {
      client = api.get();
    } catch (RuntimeException notReady) {
      return new SendResult.TryLater("Octopods cannot be reached yet: " + notReady.getMessage());
    }
    try {
      var answer = Answer.of(request.apply(client));
      return Answers.sort(family, answer, machineTime.instant(), pause(answer));
    } catch (RuntimeException noAnswer) {
      return Failures.sort(noAnswer);
    }
  }

  /**
   * How long to wait where a 429 does not say: 1, 2, 4 … 64 seconds, until another answer comes.
   */
  private Duration pause(Answer answer) {
    if (answer.status() != 429) {
      slowDowns.set(0);
      return FIRST_PAUSE;
    }
    var doublings = Math.min(slowDowns.getAndIncrement(), MOST_DOUBLINGS);
    return FIRST_PAUSE.multipliedBy(1L << doublings);
  }

  @Override
  public LookupResult newestSent() {
    try {
      var answer = Answer.of(api.get().messages(key.text(), NEWEST));
      var now = machineTime.instant();
      return SentList.read(answer, now, now.plus(pause(answer)));
    } catch (RuntimeException noAnswer) {
      return new LookupResult.Failed("Octopods did not answer: " + noAnswer.getMessage());
    }
  }

  @Override
  public StatusResult status(String messageId) {
    try {
      var answer = Answer.of(api.get().message(key.text(), messageId));
      var now = machineTime.instant();
      return SentStatus.read(answer, now, now.plus(pause(answer)));
    } catch (RuntimeException noAnswer) {
      return new StatusResult.Failed("Octopods did not answer: " + noAnswer.getMessage());
    }
  }

  @Override
  public ProbeResult probe() {
    try {
      var answer = Answer.of(api.get().messages(key.text(), 1));
      // asked too often, but by a key that it knows
      return answer.isSuccess() || answer.status() == 429
          ? new ProbeResult.Works()
          : new ProbeResult.StillStopped(answer.error());
    } catch (RuntimeException noAnswer) {
      return new ProbeResult.NoAnswer("Octopods did not answer: " + noAnswer.getMessage());
    }
  }
}
