package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.ChannelDeclaration;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what the flows must know of the channels; addresses and secrets are settings. */
final class ChannelReader {

  private static final Map<String, ChannelDeclaration.Kind> KINDS =
      Choices.of(ChannelDeclaration.Kind.class);
  private static final Map<String, ChannelDeclaration.TextRoute> ROUTES =
      Choices.of(ChannelDeclaration.TextRoute.class);
  private static final Vocabulary CHANNEL =
      Vocabulary.of("A channel")
          .may("kind", Kind.choice(KINDS.keySet()), "Whose API it is; default octopods.")
          .may(
              "text",
              Kind.choice(ROUTES.keySet()),
              "How a plain text goes out: with one button, as the desk's reply, or not at all.")
          .may("flows", Kind.oneOrMore(Scalar.WORD), "The flows it runs; default all.");

  static final Kind KIND = Kind.named(Naming.NAME, Kind.keys(CHANNEL));

  private ChannelReader() {}

  static Map<String, ChannelDeclaration> read(Yaml node, Page page) {
    var channels = new LinkedHashMap<String, ChannelDeclaration>();
    for (var entry : Entry.of(node, "channels by name", page)) {
      if (Names.isName(entry, "a channel", page)) {
        channels.put(entry.key(), channel(Fields.of(entry, CHANNEL, page)));
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
