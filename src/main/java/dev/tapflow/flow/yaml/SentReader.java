package dev.tapflow.flow.yaml;

import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import dev.tapflow.message.Content;
import dev.tapflow.message.Content.MediaKind;
import dev.tapflow.message.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a customer sends that is neither typed nor tapped. */
final class SentReader {

  private static final Map<String, MediaKind> MEDIA = Choices.of(MediaKind.class);
  private static final Pattern PAIR = Pattern.compile("(\\S+?)\\s*[,; ]\\s*(\\S+)");
  private static final double FARTHEST_NORTH = 90;
  private static final double FARTHEST_EAST = 180;

  private static final Vocabulary PLACE =
      Vocabulary.of("\"location\"")
          .must("latitude", Scalar.WORD, "In degrees.")
          .must("longitude", Scalar.WORD, "In degrees.")
          .may("name", Scalar.VALUE, "What the place is called.")
          .may("address", Scalar.VALUE, "Where it is.");
  private static final Vocabulary CARD =
      Vocabulary.of("A contact card")
          .must("name", Scalar.VALUE, "Whose it is.")
          .may("phones", Kind.oneOrMore(Scalar.WORD), "Their numbers.")
          .may("phone", Scalar.WORD, "Their number.");
  private static final Vocabulary ITEM =
      Vocabulary.of("A line of an order")
          .may("product", Scalar.WORD, "The product, as the catalog names it.")
          .may("item", Scalar.WORD, "The same.")
          .may("quantity", Scalar.COUNT, "How many; default 1.")
          .may("price", Scalar.WORD, "Of one; default 0.")
          .may("currency", Scalar.WORD, "Its currency; default EUR.")
          .exactlyOneOf("product", "item");
  private static final Vocabulary ORDER =
      Vocabulary.of("\"order\"")
          .may("catalog", Scalar.WORD, "The catalog it is from.")
          .may("text", Scalar.VALUE, "What the customer wrote with it.")
          .must("items", Kind.listOf(ITEM), "What is ordered.");

  private static final Vocabulary SENT =
      Vocabulary.of("\"send\"")
          .may("image", Scalar.WORD, "A picture: its name, or whatever tells it from others.")
          .may("video", Scalar.WORD, "A video.")
          .may("document", Scalar.WORD, "A document, by its file name.")
          .may("audio", Scalar.WORD, "A sound.")
          .may("sticker", Scalar.WORD, "A sticker.")
          .may("caption", Scalar.VALUE, "What stands under the picture, video or document.")
          .may(
              "location",
              Kind.either(Scalar.WORD, Kind.listOf(Scalar.WORD), Kind.keys(PLACE)),
              "A place: its degrees of latitude and longitude.")
          .may("contact", Kind.oneOrMore(Kind.keys(CARD)), "A contact card.")
          .may("order", Kind.keys(ORDER), "A cart.")
          .may(
              "form",
              Kind.named(Naming.ANY, DatumReader.KIND),
              "The newest form, with this filled in.")
          .may("reaction", Scalar.VALUE, "An emoji on a message; nothing: taken off.")
          .may("unsupported", Scalar.WORD, "What WhatsApp does not show, by its type.");

  private static final List<String> ALONE =
      List.of("image", "video", "document", "audio", "sticker");

  static final Kind KIND = Kind.either(Kind.choice(ALONE), Kind.keys(SENT));

  private final Entry entry;
  private final Fields fields;
  private final Page page;

  private SentReader(Entry entry, Page page) {
    this.entry = entry;
    this.fields = Fields.of(entry, SENT, page);
    this.page = page;
  }

  static Optional<Line> read(Entry entry, Optional<Event.Referral> referral, Page page) {
    var place = page.source().start(entry.keyNode());
    if (entry.value() instanceof Yaml.Scalar word) {
      return Scalars.choice(word, MEDIA, page)
          .map(it -> new Line.Sends(place, media(it, "media"), referral));
    }
    var reader = new SentReader(entry, page);
    return reader.fields.has("form")
        ? reader.form()
        : reader.content().map(it -> new Line.Sends(place, it, referral));
  }

  private Optional<Line> form() {
    var place = page.source().start(entry.keyNode());
    return fields
        .find("form")
        .map(it -> DatumReader.ofWords(page).named(it, "fields and what is filled in"))
        .map(it -> new Line.Answers(place, it));
  }

  private Optional<Content> content() {
    var kinds =
        fields.node() instanceof Yaml.Mapping
            ? SENT.known().stream().filter(it -> !it.equals("caption") && fields.has(it)).toList()
            : List.<String>of();
    if (kinds.size() != 1) {
      page.error(
          "missing-key",
          entry.keyNode(),
          "\"send\" needs one of image, video, document, audio, sticker, location, contact, order,"
              + " form, reaction or unsupported");
      return Optional.empty();
    }
    return switch (kinds.getFirst()) {
      case "location" -> fields.find("location").flatMap(this::location).map(Content.class::cast);
      case "contact" -> fields.find("contact").map(this::cards);
      case "order" -> fields.map("order", ORDER).map(this::order);
      case "reaction" ->
          fields
              .scalar("reaction")
              .map(Yaml.Scalar::value)
              .map(it -> new Content.Reaction("", Optional.of(it).filter(e -> !e.isBlank())));
      case "unsupported" -> fields.word("unsupported").map(Content.Unsupported::new);
      default -> media(kinds.getFirst());
    };
  }

  private Optional<Content> media(String kind) {
    var caption = fields.scalar("caption").map(Yaml.Scalar::value);
    return Optional.ofNullable(MEDIA.get(kind))
        .flatMap(
            it ->
                fields
                    .word(kind)
                    .map(
                        name ->
                            new Content.Media(
                                it,
                                name,
                                caption,
                                it == MediaKind.DOCUMENT ? Optional.of(name) : Optional.empty())));
  }

  private static Content media(MediaKind kind, String name) {
    return new Content.Media(kind, name, Optional.empty(), Optional.empty());
  }

  private Optional<Content.Location> location(Yaml node) {
    return switch (node) {
      case Yaml.Scalar scalar -> {
        var pair = PAIR.matcher(scalar.value().strip());
        yield pair.matches() ? degrees(pair.group(1), pair.group(2), node) : noPlace(node);
      }
      case Yaml.Sequence(var items, _, _)
          when items.size() == 2
              && items.getFirst() instanceof Yaml.Scalar north
              && items.getLast() instanceof Yaml.Scalar east ->
          degrees(north.value(), east.value(), node);
      case Yaml.Sequence _ -> noPlace(node);
      case Yaml.Mapping _ -> {
        var place = Fields.of(node, PLACE, page);
        yield degrees(place.word("latitude").orElse(""), place.word("longitude").orElse(""), node)
            .map(
                it ->
                    new Content.Location(
                        it.latitude(),
                        it.longitude(),
                        place.scalar("name").map(Yaml.Scalar::value),
                        place.scalar("address").map(Yaml.Scalar::value)));
      }
    };
  }

  private Optional<Content.Location> degrees(String north, String east, Yaml node) {
    var latitude = number(north);
    var longitude = number(east);
    return latitude.filter(it -> Math.abs(it) <= FARTHEST_NORTH).isPresent()
            && longitude.filter(it -> Math.abs(it) <= FARTHEST_EAST).isPresent()
        ? Optional.of(
            new Content.Location(
                latitude.get(), longitude.get(), Optional.empty(), Optional.empty()))
        : noPlace(node);
  }

  private <T> Optional<T> noPlace(Yaml node) {
    page.error(
        "bad-value",
        node,
        "Expected degrees such as { latitude: 48.85, longitude: 2.35 } or \"48.85, 2.35\"");
    return Optional.empty();
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text.strip())).filter(Double::isFinite);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private Content cards(Yaml node) {
    var items = node instanceof Yaml.Sequence list ? list.items() : List.of(node);
    return new Content.Contacts(items.stream().map(this::card).toList());
  }

  private Content.Contacts.Card card(Yaml node) {
    var card = Fields.of(node, CARD, page);
    var phones = card.has("phone") ? card.word("phone").stream().toList() : card.words("phones");
    return new Content.Contacts.Card(
        card.scalar("name").map(Yaml.Scalar::value).orElse(""), phones);
  }

  private Content order(Fields order) {
    var items =
        order.find("items").orElse(null) instanceof Yaml.Sequence list
            ? list.items()
            : order.find("items").stream().toList();
    return new Content.Order(
        order.word("catalog").orElse("catalog"),
        order.scalar("text").map(Yaml.Scalar::value),
        items.stream().map(this::item).toList());
  }

  private Content.Order.Item item(Yaml node) {
    var item = Fields.of(node, ITEM, page);
    if (item.has("product") == item.has("item")) {
      page.error("missing-key", node, "A line of an order needs \"product\"");
    }
    var price = item.scalar("price");
    return new Content.Order.Item(
        item.word("product").or(() -> item.word("item")).orElse(""),
        item.count("quantity").orElse(1),
        price.flatMap(it -> price(it)).orElse(0.0),
        item.word("currency").orElse("EUR"));
  }

  private Optional<Double> price(Yaml.Scalar scalar) {
    var price = number(scalar.value());
    if (price.isEmpty()) {
      page.error("bad-value", scalar, "Expected a price such as 9.90");
    }
    return price;
  }
}
