package dev.tapflow.channel;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The channels of the settings, by name. */
@ApplicationScoped
public class Channels {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

  private final Map<String, Channel> channels = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  Channels(ChannelsSettings settings, @All List<ChannelKind> kinds) {
    if (settings.channels().isEmpty()) {
      problems.add(
          "Expected at least one channel, but got none; set"
              + " TAPFLOW_CHANNELS_MAIN_OCTOPODS_API_KEY for one named main");
    }
    settings.channels().forEach((name, one) -> open(name, one, kinds));
  }

  private void open(String name, ChannelsSettings.One settings, List<ChannelKind> kinds) {
    if (!NAME.matcher(name).matches()) {
      problems.add(
          "Expected a channel name of a-z and 0-9, but got '%s' in tapflow.channels; rename it"
              .formatted(name));
      return;
    }
    var kind = kinds.stream().filter(known -> known.kind() == settings.kind()).findFirst();
    if (kind.isEmpty()) {
      problems.add(
          "tapflow.channels.%s.kind is cloud, which comes later; use octopods".formatted(name));
      return;
    }
    var found = kind.get().problems(name, settings);
    problems.addAll(found);
    if (found.isEmpty()) {
      channels.put(name, kind.get().open(name, settings));
    }
  }

  /** What is wrong with the settings of channels; empty when all of them are open. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The channel of a name; empty where none is configured. */
  public Optional<Channel> named(String name) {
    return Optional.ofNullable(channels.get(name));
  }

  /** All of them, by name. */
  public Collection<Channel> all() {
    return List.copyOf(channels.values());
  }
}
