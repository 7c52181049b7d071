package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.ChannelsSettings;
import dev.tapflow.channel.Rate;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rates of numbers and keys, as far as this replica knows them. Above these there is the
 * vendor's 429, which all replicas share.
 */
@Singleton
final class Throttle {

  private final ChannelsSettings settings;
  private final Map<String, Bucket> buckets = new HashMap<>();

  Throttle(ChannelsSettings settings) {
    this.settings = settings;
  }

  /**
   * Counts one message of a channel.
   *
   * @return how long it has to wait for its turn; when that is longer than {@code most}, it is not
   *     counted
   */
  synchronized Duration reserve(Channel channel, Duration most, Instant now) {
    var channelSettings = Optional.ofNullable(settings.channels().get(channel.name()));
    var number = bucket("number " + channel.name(), channelSettings.map(it -> it.rate()));
    var key = bucket("key " + channel.keyHash(), channelSettings.flatMap(it -> it.keyRate()));
    var wait = longer(wait(number, now), wait(key, now));
    if (wait.compareTo(most) <= 0) {
      number.ifPresent(it -> buckets.put("number " + channel.name(), it.taken(now)));
      key.ifPresent(it -> buckets.put("key " + channel.keyHash(), it.taken(now)));
    }
    return wait;
  }

  private Optional<Bucket> bucket(String name, Optional<Rate> rate) {
    return rate.map(it -> buckets.getOrDefault(name, new Bucket(it, Optional.empty())));
  }

  private static Duration wait(Optional<Bucket> bucket, Instant now) {
    return bucket.map(it -> it.waitAt(now)).orElse(Duration.ZERO);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
