package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.channel.ChannelsSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Whether channels send, for health, console and the one who has mended a key. */
@ApplicationScoped
public class ChannelStates {

  private static final Logger LOG = Logger.getLogger(ChannelStates.class);

  private final Channels channels;
  private final ChannelsSettings settings;
  private final KeyStatements keys;
  private final Throttle throttle;
  private final OutboxSettings outbox;

  ChannelStates(
      Channels channels,
      ChannelsSettings settings,
      KeyStatements keys,
      Throttle throttle,
      OutboxSettings outbox) {
    this.channels = channels;
    this.settings = settings;
    this.keys = keys;
    this.throttle = throttle;
    this.outbox = outbox;
  }

  /** A channel of the settings; the kind as the settings write it. */
  public record Named(String name, String kind, State state) {}

  /** Whether a channel sends. */
  public sealed interface State {

    /** It sends. */
    record Sending() implements State {}

    /** Its key may not send before a machine time (429); it goes on by itself. */
    record Paused(Instant until, String why) implements State {}

    /**
     * Its key or account was refused; messages wait. It goes on with a new key, by {@link #resume},
     * or when a probe finds that it works again.
     */
    record Stopped(Instant since, String why) implements State {}
  }

  /** Every channel of the settings, by name; asks the database. */
  public List<Named> all() {
    var stops = keys.stops();
    var pauses = keys.pauses();
    return channels.all().stream()
        .map(channel -> new Named(channel.name(), kind(channel), state(channel, stops, pauses)))
        .toList();
  }

  private String kind(Channel channel) {
    return Optional.ofNullable(settings.channels().get(channel.name()))
        .map(one -> one.kind().name().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static State state(
      Channel channel, List<KeyStatements.Stop> stops, List<KeyStatements.Pause> pauses) {
    var stop = stops.stream().filter(it -> it.isOf(channel)).findFirst();
    if (stop.isPresent()) {
      return new State.Stopped(stop.get().since(), stop.get().why());
    }
    return pauses.stream()
        .filter(it -> it.keyHash().equals(channel.keyHash()))
        .<State>map(it -> new State.Paused(it.until(), it.why()))
        .findFirst()
        .orElse(new State.Sending());
  }

  /**
   * Lets a stopped channel send again; its messages go out within a sweep.
   *
   * @return false when there is no such channel
   */
  public boolean resume(String channel) {
    if (keys.resume(channel)) {
      LOG.infof("Channel %s sends again", channel);
    }
    throttle.resumed(channel);
    return channels.named(channel).isPresent();
  }

  void stop(Channel channel, String code, String why) {
    var isNew = keys.stop(channel.name(), channel.keyHash(), code, why, outbox.probeEvery());
    throttle.stopped(channel);
    if (!isNew) {
      return;
    }
    LOG.errorf(
        "Channel %s stopped sending and its messages wait: %s. Mend the key or account, then set"
            + " the new key, or POST /api/v1/channels/%s/resume",
        channel.name(), why, channel.name());
  }

  /** Until when the key of this channel must not send, on any replica. */
  void pause(Channel channel, Instant until, String why) {
    throttle.paused(channel, until);
    keys.pause(channel.keyHash(), until, why);
    LOG.debugf("Channel %s pauses until %s: %s", channel.name(), until, why);
  }
}
