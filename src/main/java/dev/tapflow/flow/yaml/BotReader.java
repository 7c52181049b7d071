package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Bot.ChannelDeclaration;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Hours;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads bot.yaml: what all flows share. */
final class BotReader {

  private static final Vocabulary DEFAULTS =
      Vocabulary.of("\"defaults\"")
          .may("button", Scalar.TEXT, "What opens a list, at most 20 characters.")
          .may("next_page", Scalar.TEXT, "The row that shows the rest of a long list.")
          .and(ExitsReader.KEYS)
          .may("on_error", Scalar.TARGET, "Where a call leads that fails and says nothing of it.");
  private static final Vocabulary OUTSIDE_WINDOW =
      Vocabulary.of("\"outside_window\"")
          .must("template", Scalar.NAME, "The template, one of \"templates\".");

  /** The keys of bot.yaml. */
  static final Vocabulary BOT =
      Vocabulary.of("bot.yaml")
          .may(
              "languages",
              Kind.oneOrMore(Scalar.WORD),
              "The languages the bot speaks; the flows are written in the first.")
          .may("contact", FieldTypesReader.KIND, "What is known of a contact, and its types.")
          .may("values", ConstantsReader.KIND, "Constants, in expressions bot.<name>.")
          .may(
              "secrets",
              Kind.oneOrMore(Scalar.WORD),
              "Names of secrets for calls, in expressions secret.<name>; settings hold them.")
          .may(
              "templates",
              TemplateIdsReader.KIND,
              "The approved templates: the channel's own id of each, by language.")
          .may("teams", TeamReader.KIND, "Who takes conversations over; the first is the default.")
          .may("hours", HoursReader.KIND, "Opening hours by name, in expressions hours.<name>.")
          .may("channels", ChannelReader.KIND, "What the flows must know of the channels.")
          .may("commands", CommandReader.KIND, "Words that work anywhere, as the whole message.")
          .may(
              "text_button",
              Kind.keys(TextButtonReader.TEXT_BUTTON),
              "The button under a text where the channel sends no plain text.")
          .may(
              "outside_window",
              Kind.keys(OUTSIDE_WINDOW),
              "What goes out where the customer's 24-hour window is closed.")
          .may(
              "notice",
              Kind.keys(NoticeReader.NOTICE),
              "News (a strike, an outage) that every conversation begins with.")
          .may("defaults", Kind.keys(DEFAULTS), "What every question does that does not say else.")
          .may("limits", Kind.keys(LimitsReader.LIMITS), "The bounds of one conversation.");

  private static final Text LIST_BUTTON = Text.literal("Options");
  private static final Text NEXT_PAGE = Text.literal("More…");
  private static final Map<String, ChannelDeclaration> CHANNELS =
      Map.of(
          "main",
          new ChannelDeclaration(
              ChannelDeclaration.Kind.OCTOPODS, ChannelDeclaration.TextRoute.BUTTON, List.of()));

  private final Page page;

  BotReader(Page page) {
    this.page = page;
  }

  /** Without a bot.yaml: one language, one channel, no teams. */
  static ReadBot builtIn() {
    var bot =
        new Bot(
            LanguagesReader.BUILT_IN,
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            new LinkedHashMap<>(),
            Map.of(),
            CHANNELS,
            new LinkedHashMap<>(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            LIST_BUTTON,
            NEXT_PAGE,
            Bot.Limits.BUILT_IN,
            ZoneOffset.UTC);
    return new ReadBot(bot, Exits.BUILT_IN, Optional.empty());
  }

  ReadBot read(Yaml root) {
    var fields = Fields.of(root, BOT, page);
    var defaults = fields.map("defaults", DEFAULTS);
    var hours = fields.find("hours").map(it -> new HoursReader(page).read(it));
    var zone = hours.map(BotReader::zone).orElse(ZoneOffset.UTC);
    var commands =
        fields
            .find("commands")
            .map(it -> CommandReader.read(it, page))
            .orElseGet(LinkedHashMap::new);
    var bot =
        new Bot(
            LanguagesReader.read(fields),
            fields.find("contact").map(it -> FieldTypesReader.read(it, page)).orElse(Map.of()),
            fields.find("values").map(it -> ConstantsReader.read(it, page)).orElse(Map.of()),
            SecretsReader.read(fields),
            fields.find("templates").map(it -> TemplateIdsReader.read(it, page)).orElse(Map.of()),
            fields.find("teams").map(it -> TeamReader.read(it, page)).orElseGet(LinkedHashMap::new),
            hours.map(Map::copyOf).orElse(Map.of()),
            fields.find("channels").map(it -> ChannelReader.read(it, page)).orElse(CHANNELS),
            commands,
            TextButtonReader.read(fields, commands),
            outsideWindow(fields),
            NoticeReader.read(fields, zone),
            orBuiltIn(defaults.flatMap(it -> it.text("button")), LIST_BUTTON, "button"),
            orBuiltIn(defaults.flatMap(it -> it.text("next_page")), NEXT_PAGE, "next_page"),
            fields
                .find("limits")
                .map(it -> LimitsReader.read(it, page))
                .orElse(Bot.Limits.BUILT_IN),
            zone);
    return new ReadBot(
        bot,
        defaults.map(it -> ExitsReader.read(it, Exits.BUILT_IN)).orElse(Exits.BUILT_IN),
        defaults.flatMap(it -> it.target("on_error")));
  }

  private Optional<String> outsideWindow(Fields fields) {
    var written = fields.map("outside_window", OUTSIDE_WINDOW);
    var name = written.flatMap(it -> it.scalar("template"));
    name.ifPresent(it -> page.refer(Reference.Kind.TEMPLATE, it.value().strip(), it));
    return name.map(it -> it.value().strip());
  }

  /** A translation may say what is built in even where bot.yaml does not. */
  private Text orBuiltIn(Optional<Text> written, Text builtIn, String key) {
    return written.orElseGet(
        () ->
            page.overlay()
                .map(it -> it.overBuiltIn(List.of("defaults", key), builtIn, page))
                .orElse(builtIn));
  }

  private static ZoneId zone(SequencedMap<String, Hours> hours) {
    return hours.isEmpty() ? ZoneOffset.UTC : hours.firstEntry().getValue().zone();
  }
}
