package dev.tapflow.channel;

import dev.tapflow.start.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A bot that cannot send is no bot: what keeps a channel from being opened stops the start. */
@ApplicationScoped
final class ChannelsCheck implements StartCheck {

  private final Channels channels;

  ChannelsCheck(Channels channels) {
    this.channels = channels;
  }

  @Override
  public List<String> problems() {
    return channels.problems();
  }
}
