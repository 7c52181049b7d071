package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.ChannelDeclaration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what the flows must know of the channels; addresses and secrets are settings. */
final class ChannelReader {

  private static final Vocabulary CHANNEL = Vocabulary.of("A channel", "kind", "text", "flows");
  private static final Map<String, ChannelDeclaration.Kind> KINDS =
      Choices.of(ChannelDeclaration.Kind.class);
  private static final Map<String, ChannelDeclaration.TextRoute> ROUTES =
      Choices.of(ChannelDeclaration.TextRoute.class);

  private ChannelReader() {}

  static Map<String, ChannelDeclaration> read(Yaml node, Page page) {
    var channels = new LinkedHashMap<String, ChannelDeclaration>();
    for (var entry : Entry.of(node, "channels by name", page)) {
      if (Names.isName(entry, "a channel", page)) {
        channels.put(entry.key(), channel(Fields.of(entry.value(), CHANNEL, page)));
      }
    }
    return channels;
  }

  private static ChannelDeclaration channel(Fields fields) {
    fields
        .scalars("flows")
        .ifPresent(
            all ->
                all.forEach(
                    it -> fields.page().refer(Reference.Kind.FLOW, it.value().strip(), it)));
    return new ChannelDeclaration(
        fields.choice("kind", KINDS).orElse(ChannelDeclaration.Kind.OCTOPODS),
        fields.choice("text", ROUTES).orElse(ChannelDeclaration.TextRoute.BUTTON),
        fields.words("flows"));
  }
}
