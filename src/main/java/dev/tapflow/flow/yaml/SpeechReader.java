package dev.tapflow.flow.yaml;

import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Speech;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what the bot is expected to say. */
final class SpeechReader {

  /** The words for "not at all". */
  static final List<String> NOTHING = List.of("nothing", "none");

  private static final Vocabulary MATCHER =
      Vocabulary.of("A text")
          .may("contains", Kind.oneOrMore(Scalar.VALUE), "What stands somewhere in it.")
          .may("matches", Kind.oneOrMore(Scalar.PATTERN), "An RE2 pattern, anywhere in it.");

  /** A text, or what it contains or matches. */
  static final Kind WORDS = Kind.either(Scalar.VALUE, Kind.keys(MATCHER));

  private static final Vocabulary OPTION =
      Vocabulary.of("An option")
          .must("title", WORDS, "Its title.")
          .may("description", WORDS, "What stands under it.");
  private static final Kind OPTIONS = Kind.listOf(Kind.either(Scalar.VALUE, Kind.keys(OPTION)));
  private static final Vocabulary MEDIA =
      Vocabulary.of("\"media\"")
          .may("image", WORDS, "A picture's address.")
          .may("video", WORDS, "A video's address.")
          .may("document", WORDS, "A document's address.")
          .may("audio", WORDS, "A sound's address.");
  private static final Kind HEADER = Kind.either(Scalar.VALUE, Kind.keys(MATCHER.and(MEDIA)));
  private static final Vocabulary SECTION =
      Vocabulary.of("A section")
          .may("title", WORDS, "Its heading.")
          .may("options", OPTIONS, "All its options, in order.");
  private static final Vocabulary SHELF =
      Vocabulary.of("A section")
          .may("title", WORDS, "Its heading.")
          .may("items", Kind.listOf(Scalar.VALUE), "All its products, in order.");
  private static final Vocabulary AROUND =
      Vocabulary.of("A message")
          .may("header", HEADER, "What stands above it.")
          .may("footer", WORDS, "What stands below it.");

  private static final List<Vocabulary> KINDS =
      List.of(
          Vocabulary.of("An expected menu")
              .may("menu", WORDS, "Its text.")
              .may("options", OPTIONS, "All its options, in order: titles.")
              .may("sections", Kind.listOf(SECTION), "All its sections, in order.")
              .may("as", Kind.choice(List.of("buttons", "list")), "How it is shown.")
              .may("button", WORDS, "What opens its list.")
              .and(AROUND),
          Vocabulary.of("An expected template")
              .must("template", Scalar.WORD, "Its name in bot.yaml.")
              .may("lang", Scalar.WORD, "The language it is sent in.")
              .may("values", DatumReader.KIND, "Its values: by section, or those of its body.")
              .may("media", Kind.keys(MEDIA), "The media of its header.")
              .may("options", OPTIONS, "Its quick replies, in order."),
          Vocabulary.of("An expected form")
              .must("form", WORDS, "Its text.")
              .may("button", WORDS, "What opens it.")
              .may("flow_id", WORDS, "Which form it is.")
              .may("screen", WORDS, "Where it opens.")
              .may("data", DatumReader.KIND, "What it is given; the names told.")
              .and(AROUND),
          Vocabulary.of("An expected product")
              .must("product", WORDS, "Its text.")
              .may("catalog", WORDS, "The catalog.")
              .may("item", WORDS, "The product.")
              .and(AROUND),
          Vocabulary.of("An expected list of products")
              .must("products", WORDS, "Its text.")
              .may("catalog", WORDS, "The catalog.")
              .may("sections", Kind.listOf(SHELF), "All its sections, in order.")
              .and(AROUND),
          Vocabulary.of("An expected catalog")
              .must("catalog", WORDS, "Its text.")
              .may("thumbnail", WORDS, "The product whose picture stands for it.")
              .and(AROUND),
          Vocabulary.of("An expected link")
              .must("link", WORDS, "Its text.")
              .may("url", WORDS, "Where it leads.")
              .may("button", WORDS, "What opens it.")
              .and(AROUND),
          Vocabulary.of("An expected question")
              .must("ask", WORDS, "Its text.")
              .may("type", Scalar.WORD, "\"location\" where it asks for a place."),
          Vocabulary.of("An expected text")
              .may("say", WORDS, "The text, or the words under the media.")
              .may("media", Kind.keys(MEDIA), "The media."));

  private static final Kind MESSAGE =
      Kind.either(
          Stream.concat(Stream.of(Scalar.VALUE, Kind.keys(MATCHER)), KINDS.stream().map(Kind::keys))
              .toArray(Kind[]::new));

  static final Kind KIND = Kind.oneOrMore(MESSAGE);

  private final Page page;

  SpeechReader(Page page) {
    this.page = page;
  }

  Speech read(Yaml node) {
    if (node instanceof Yaml.Scalar word) {
      return switch (word.value().strip()) {
        case "any" -> new Speech.Anything();
        case "nothing" -> new Speech.Silence();
        default -> new Speech.Messages(List.of(new Speech.Message.Plain(word.value())));
      };
    }
    var items = node instanceof Yaml.Sequence list ? list.items() : List.of(node);
    return new Speech.Messages(items.stream().flatMap(it -> message(it).stream()).toList());
  }

  private Optional<Speech.Message> message(Yaml node) {
    return switch (node) {
      case Yaml.Scalar word when word.value().strip().equals("any") ->
          Optional.of(new Speech.Message.Any());
      case Yaml.Scalar word -> Optional.of(new Speech.Message.Plain(word.value()));
      case Yaml.Mapping map -> Optional.of(told(map));
      case Yaml.Sequence list -> {
        page.error("wrong-shape", list, "Expected a message, but got a list");
        yield Optional.empty();
      }
    };
  }

  private Speech.Message told(Yaml.Mapping map) {
    var keys = map.pairs().stream().flatMap(it -> key(it).stream()).toList();
    if (keys.contains("contains") || keys.contains("matches")) {
      return new Speech.Message.Told("", told(map, MATCHER));
    }
    var kind =
        KINDS.stream()
            .filter(it -> keys.contains(it.known().getFirst()))
            .findFirst()
            .orElseGet(() -> keys.contains("media") ? KINDS.getLast() : KINDS.getFirst());
    return new Speech.Message.Told(kind.known().getFirst(), told(map, kind));
  }

  private static Optional<String> key(Yaml.Pair pair) {
    return pair.key() instanceof Yaml.Scalar key ? Optional.of(key.value()) : Optional.empty();
  }

  /** What is told of a map; the values of a template's body may stand alone. */
  Datum.Entries told(Yaml node, Vocabulary vocabulary) {
    var fields = Fields.of(node, vocabulary, page);
    var words = DatumReader.ofWords(page);
    var told = new LinkedHashMap<String, Datum>();
    for (var key : vocabulary.known()) {
      fields.find(key).ifPresent(it -> told.put(key, value(key, words.read(it), it)));
    }
    return new Datum.Entries(told);
  }

  private Datum value(String key, Datum datum, Yaml node) {
    patterns(node);
    checkKeys(key, node);
    if (key.equals("values") && !(datum instanceof Datum.Entries)) {
      var body = new LinkedHashMap<String, Datum>();
      body.put("body", datum instanceof Datum.Items ? datum : new Datum.Items(List.of(datum)));
      return new Datum.Entries(body);
    }
    return datum;
  }

  /** A misspelt key would otherwise be a thing that no message ever has. */
  private void checkKeys(String key, Yaml node) {
    if (key.equals("media") && node instanceof Yaml.Mapping) {
      Fields.of(node, MEDIA, page);
    } else if (key.equals("options") && node instanceof Yaml.Sequence list) {
      list.items().stream()
          .filter(Yaml.Mapping.class::isInstance)
          .forEach(it -> Fields.of(it, OPTION, page));
    }
  }

  /** Notes the patterns, to be checked: {@code matches: …} at any depth. */
  private void patterns(Yaml node) {
    switch (node) {
      case Yaml.Mapping map -> map.pairs().forEach(this::patterns);
      case Yaml.Sequence list -> list.items().forEach(this::patterns);
      case Yaml.Scalar _ -> {}
    }
  }

  private void patterns(Yaml.Pair pair) {
    if (key(pair).filter("matches"::equals).isPresent()) {
      Scalars.list(pair.value(), "matches", page).forEach(it -> page.pattern(it.value(), it));
    }
    patterns(pair.value());
  }
}
