package dev.tapflow.channel;

import java.util.List;

/** Opens the channels of one vendor's API. One bean a kind. */
public interface ChannelKind {

  /** The kind as settings name it. */
  ChannelsSettings.Kind kind();

  /** What keeps a channel from being opened: one sentence each, with the setting's name. */
  List<String> problems(String name, ChannelsSettings.One settings);

  /** Opens a channel that has no problems; nothing is sent for it. */
  Channel open(String name, ChannelsSettings.One settings);
}
