package dev.tapflow.flow.lint;

import dev.tapflow.flow.Bot.ChannelDeclaration;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Trigger;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** On each channel at most one flow takes the messages that nobody else takes. */
final class OneNewConversation implements Rule {

  private record Taken(Flow flow, int trigger) {}

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var all = folder.flows().values().stream().flatMap(OneNewConversation::taken).toList();
    return folder.bot().channels().values().stream()
        .flatMap(channel -> twins(folder, all.stream().filter(it -> isOn(channel, it)).toList()));
  }

  private static Stream<Taken> taken(Flow flow) {
    return IntStream.range(0, flow.triggers().size())
        .filter(it -> flow.triggers().get(it) instanceof Trigger.NewConversation)
        .mapToObj(it -> new Taken(flow, it));
  }

  private static boolean isOn(ChannelDeclaration channel, Taken taken) {
    return channel.flows().isEmpty() || channel.flows().contains(taken.flow().name());
  }

  private static Stream<Finding> twins(ReadFolder folder, List<Taken> all) {
    return all.stream()
        .skip(1)
        .map(
            it ->
                Findings.error(
                    folder,
                    "two-new-conversations",
                    folder
                        .sources()
                        .value(
                            it.flow().name(), "triggers", Integer.toString(it.trigger()), "event"),
                    "The flow \"%s\" takes new conversations already; one flow of a channel can"
                        .formatted(all.getFirst().flow().name())));
  }
}
