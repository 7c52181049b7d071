package dev.tapflow.flow.lint;

import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Bot.ChannelDeclaration;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Each channel that a flow runs on takes the kinds of message that it sends. Octopods takes neither
 * a link's button nor, unless as the desk's reply, a sound (source: Octopods "Interactive messages
 * API").
 */
final class ChannelsTakeEveryMessage implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var channels = new TreeMap<>(folder.bot().channels());
    return Steps.of(folder)
        .flatMap(
            step ->
                channels.entrySet().stream()
                    .filter(it -> runs(it.getValue(), step.flow()))
                    .flatMap(it -> refused(folder, step, it))
                    .limit(1));
  }

  private static boolean runs(ChannelDeclaration channel, String flow) {
    return channel.kind() == ChannelDeclaration.Kind.OCTOPODS
        && (channel.flows().isEmpty() || channel.flows().contains(flow));
  }

  private static Stream<Finding> refused(
      ReadFolder folder, Steps.Located step, Map.Entry<String, ChannelDeclaration> channel) {
    var desk = channel.getValue().text() == ChannelDeclaration.TextRoute.DESK;
    if (step.step() instanceof Step.Link) {
      var place = folder.sources().key(step.flow(), step.path("link"));
      return finding(
          folder, place, "a link with a button", channel.getKey(), "; say the address in a text");
    }
    return step.step() instanceof Step.Say say && isSound(say) && !desk
        ? finding(
            folder,
            folder.sources().key(step.flow(), step.path("media")),
            "a sound",
            channel.getKey(),
            "; send a video or document, or use \"text: desk\"")
        : Stream.empty();
  }

  private static boolean isSound(Step.Say say) {
    return say.media().filter(it -> it.kind() == Attachment.Kind.AUDIO).isPresent();
  }

  private static Stream<Finding> finding(
      ReadFolder folder, Place place, String what, String channel, String instead) {
    return Stream.of(
        Findings.error(
            folder,
            "not-on-channel",
            place,
            "The channel \"%s\" is one of Octopods, which does not take %s%s"
                .formatted(channel, what, instead)));
  }
}
