package dev.tapflow.rehearsal;

import dev.tapflow.engine.Customer;
import dev.tapflow.engine.Session;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Given;
import dev.tapflow.flow.trial.TestCase;
import dev.tapflow.flow.trial.When;
import dev.tapflow.flow.yaml.Suggestion;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.PhoneNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the world of a case as its {@code given} has it. */
final class World {

  /** A number that is nobody's. */
  private static final PhoneNumber NOBODY = new PhoneNumber("+34600000001");

  private static final String MAIN = "main";
  private static final String LANGUAGE = "language";
  private static final String TAGS = "tags";

  private final Release release;
  private final Supplier<Map<String, FieldType>> variableTypes;

  /**
   * @param release with the expressions of its tests
   * @param variableTypes what flows set variables to; asked for only where it matters
   */
  World(Release release, Supplier<Map<String, FieldType>> variableTypes) {
    this.release = release;
    this.variableTypes = variableTypes;
  }

  /** What is given cannot be: there is no such field, or it is of another type. */
  static final class Impossible extends Exception {

    private static final long serialVersionUID = 1L;

    Impossible(String message) {
      super(message);
    }
  }

  /**
   * The stage of a case.
   *
   * @param flow what the file is about: the customer writes on a channel that has it
   */
  Stage stage(TestCase test, String flow) throws Impossible {
    var given = test.given();
    var bot = release.bot().withValues(constants(given));
    var now = given.now().orElse(When.BEGINNING).in(bot.zone());
    var values = new Values(release.evaluator(), new TestScope(bot, Optional.empty(), now));
    var contact = contact(bot, given.contact(), values);
    var vars = Values.set(vars(given.vars(), values));
    var session = Session.beforeTheFirst(customer(given, contact, channel(bot, flow)), vars);
    return new Stage(StandIns.in(release, bot, given), session, new Services(test.mocks()), now);
  }

  /** Contact fields as a case or a change from outside has them; null where unset. */
  Map<String, @Nullable Object> contact(Bot bot, Map<String, Datum> written, Values values)
      throws Impossible {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    for (var entry : written.entrySet()) {
      var name = entry.getKey();
      fields.put(name, read("contact." + name, type(bot, name), entry.getValue(), values));
    }
    return fields;
  }

  /** Variables as a case has them; null where unset. */
  Map<String, @Nullable Object> vars(Map<String, Datum> written, Values values) throws Impossible {
    var vars = new LinkedHashMap<String, @Nullable Object>();
    for (var entry : written.entrySet()) {
      vars.put(entry.getKey(), variable(entry.getKey(), entry.getValue(), values));
    }
    return vars;
  }

  private @Nullable Object variable(String name, Datum datum, Values values) {
    if (!(datum instanceof Datum.Scalar scalar) || !couldBeMore(scalar)) {
      return datum instanceof Datum.Scalar
          ? values.read(FieldType.TEXT, datum).map(Values.Read::value).orElse(null)
          : Json.of(datum);
    }
    var type = variableTypes.get().getOrDefault(name, FieldType.TEXT);
    if (type == FieldType.ANY) {
      // what is set to all kinds of things is given as data would give it
      return Json.of(datum);
    }
    return values
        .read(type, datum)
        .or(() -> values.read(FieldType.TEXT, datum))
        .map(Values.Read::value)
        .orElse(null);
  }

  /** Only what could be something else than text needs to be known better. */
  private static boolean couldBeMore(Datum.Scalar scalar) {
    if (scalar.text().asLiteral().isEmpty()) {
      return false;
    }
    var plain = Json.of(new Datum.Scalar(scalar.written(), scalar.text(), false));
    return !(plain instanceof String text)
        || (!text.isEmpty() && Character.isDigit(text.charAt(0)));
  }

  private static FieldType type(Bot bot, String name) throws Impossible {
    var field = bot.contactFields().get(name);
    if (field != null) {
      return field.type();
    }
    if (name.equals(LANGUAGE)) {
      return FieldType.TEXT;
    }
    if (name.equals(TAGS)) {
      return FieldType.ANY;
    }
    throw new Impossible(
        "bot.yaml declares no contact field \"%s\"%s"
            .formatted(name, Suggestion.of(name, bot.contactFields().keySet())));
  }

  private static @Nullable Object read(String name, FieldType type, Datum datum, Values values)
      throws Impossible {
    return values
        .read(type, datum)
        .orElseThrow(
            () ->
                new Impossible(
                    "%s is %s, but got \"%s\"".formatted(name, word(type), Likeness.shown(datum))))
        .value();
  }

  private static String word(FieldType type) {
    return switch (type) {
      case TEXT -> "a text";
      case NUMBER -> "a number";
      case INTEGER -> "a whole number";
      case BOOLEAN -> "true or false";
      case DATE -> "a day such as 2026-03-05";
      case TIME -> "a time of day such as 13:30";
      case DATETIME -> "a moment such as 2026-03-05T13:30:00+01:00";
      case LIST -> "a list";
      case MAP -> "a map";
      case ANY -> "any value";
    };
  }

  private Map<String, Object> constants(Given given) throws Impossible {
    var constants = new HashMap<>(release.bot().values());
    for (var entry : given.values().entrySet()) {
      var name = entry.getKey();
      var before = constants.get(name);
      if (before == null) {
        throw new Impossible(
            "bot.yaml has no value \"%s\"%s"
                .formatted(name, Suggestion.of(name, constants.keySet())));
      }
      var values =
          new Values(
              release.evaluator(), new TestScope(release.bot(), Optional.empty(), Instant.EPOCH));
      var value = read("bot." + name, typeOf(before), entry.getValue(), values);
      if (value != null) {
        constants.put(name, value);
      }
    }
    return constants;
  }

  private static FieldType typeOf(Object constant) {
    return switch (constant) {
      case String _ -> FieldType.TEXT;
      case Boolean _ -> FieldType.BOOLEAN;
      case Long _ -> FieldType.INTEGER;
      case Double _ -> FieldType.NUMBER;
      default -> FieldType.ANY;
    };
  }

  /** Main, where that has the flow; else the first by name that does. */
  static String channel(Bot bot, String flow) {
    return Stream.concat(Stream.of(MAIN), bot.channels().keySet().stream().sorted())
        .filter(it -> bot.channels().containsKey(it))
        .filter(
            it -> {
              var flows = Objects.requireNonNull(bot.channels().get(it)).flows();
              return flows.isEmpty() || flows.contains(flow);
            })
        .findFirst()
        .orElse(MAIN);
  }

  private static Customer customer(
      Given given, Map<String, @Nullable Object> contact, String channel) throws Impossible {
    var number = given.number().map(PhoneNumber::parse).orElse(Optional.of(NOBODY));
    if (number.isEmpty()) {
      throw new Impossible("\"number\" is a telephone number such as +34600000001");
    }
    var language = contact.get(LANGUAGE);
    var tags = new TreeSet<>(Values.tags(contact.get(TAGS)));
    var fields = Values.set(contact);
    fields.remove(LANGUAGE);
    fields.remove(TAGS);
    return new Customer(
        ContactKey.of(channel, number.get()),
        language == null ? "" : language.toString(),
        fields,
        tags,
        false,
        Optional.empty(),
        false);
  }
}
