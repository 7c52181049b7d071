package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.channel.ChannelsSettings;
import dev.tapflow.channel.Rate;
import dev.tapflow.outbox.rate.Allowance;
import dev.tapflow.outbox.rate.Draw;
import dev.tapflow.outbox.rate.Lane;
import dev.tapflow.outbox.rate.Permission;
import dev.tapflow.outbox.rate.Turnstile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rates of numbers and keys, kept together with all other replicas, and whether a channel may
 * send at all. Above these there is the vendor's 429, which is shared, too.
 */
@Singleton
final class Throttle {

  /** What asking for statuses and lists may take of a key's budget. */
  private static final int ASIDE = 4;

  private final ChannelsSettings settings;
  private final Turnstile turnstile;
  private final Map<String, Lane> sending = new HashMap<>();
  private final Map<String, Lane> aside = new HashMap<>();

  @Inject
  Throttle(ChannelsSettings settings, Channels channels, RateStatements statements) {
    this(settings, List.copyOf(channels.all()), statements);
  }

  Throttle(ChannelsSettings settings, List<Channel> channels, Draw draw) {
    this.settings = settings;
    this.turnstile = new Turnstile(draw);
    for (var channel : channels) {
      sending.put(channel.name(), lane(channel, toSend(channel)));
      aside.put(channel.name(), lane(channel, toAsk(channel, channels)));
    }
  }

  private Lane lane(Channel channel, List<Allowance> allowances) {
    return turnstile.lane(channel.name(), channel.keyHash(), allowances);
  }

  private List<Allowance> toSend(Channel channel) {
    var allowances = new ArrayList<Allowance>();
    settings(channel)
        .ifPresent(it -> allowances.add(Allowance.of("number " + channel.name(), it.rate())));
    keyRate(channel).ifPresent(rate -> allowances.add(ofKey(channel, rate)));
    return allowances;
  }

  /** The key's own bucket and a smaller one; the number's rate counts messages only. */
  private List<Allowance> toAsk(Channel channel, List<Channel> channels) {
    var allowances = new ArrayList<Allowance>();
    keyRate(channel).ifPresent(rate -> allowances.add(ofKey(channel, rate)));
    keyRate(channel)
        .or(() -> slowestNumber(channel, channels))
        .ifPresent(
            rate ->
                allowances.add(Allowance.of("aside " + channel.keyHash(), rate.dividedBy(ASIDE))));
    return allowances;
  }

  private static Allowance ofKey(Channel channel, Rate rate) {
    return Allowance.of("key " + channel.keyHash(), rate);
  }

  private Optional<ChannelsSettings.One> settings(Channel channel) {
    return Optional.ofNullable(settings.channels().get(channel.name()));
  }

  private Optional<Rate> keyRate(Channel channel) {
    return settings(channel).flatMap(ChannelsSettings.One::keyRate);
  }

  /** Of the numbers that share the channel's key. */
  private Optional<Rate> slowestNumber(Channel channel, List<Channel> channels) {
    return channels.stream()
        .filter(other -> other.keyHash().equals(channel.keyHash()))
        .flatMap(other -> settings(other).map(ChannelsSettings.One::rate).stream())
        .max((one, other) -> Double.compare(one.nanosEach(), other.nanosEach()));
  }

  /**
   * Asks for one message of a channel. It blocks while a turn is near: mostly not at all, for one
   * statement each 200 ms, and for up to two seconds when the rate binds.
   */
  Permission ask(Channel channel) {
    return turnstile.ask(lane(sending, channel), false);
  }

  /** The same for the one message that finds out whether a stopped channel works again. */
  Permission askTrial(Channel channel) {
    return turnstile.ask(lane(sending, channel), true);
  }

  /** Asks for one look for unclear sends, which a stop of sending does not forbid. */
  Permission askToLookUp(Channel channel) {
    return turnstile.ask(lane(aside, channel), true);
  }

  /** Asks for one question for a message's status. */
  Permission askToPoll(Channel channel) {
    return turnstile.ask(lane(aside, channel), false);
  }

  private static Lane lane(Map<String, Lane> lanes, Channel channel) {
    return Objects.requireNonNull(
        lanes.get(channel.name()), () -> "Expected a channel, but got " + channel.name());
  }

  /** A 429 was met here; the other replicas read it from the database. */
  void paused(Channel channel, Instant until) {
    turnstile.paused(channel.keyHash(), Duration.between(Instant.now(), until));
  }

  void stopped(Channel channel) {
    turnstile.stopped(channel.name(), true);
  }

  void resumed(String channel) {
    turnstile.stopped(channel, false);
  }
}
