package dev.tapflow.flow.yaml;

import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import dev.tapflow.message.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one step of a case: what is done, or what is expected. */
final class LineReader {

  private static final String NAME = "[a-z][a-z0-9_-]{0,39}";
  private static final Pattern FLOW = Pattern.compile("(" + NAME + ")(?:#(" + NAME + "))?");
  private static final Pattern STEP = Pattern.compile("(?:(" + NAME + ")#)?(" + NAME + ")");
  private static final Map<String, Boolean> DELIVERIES = deliveries();

  private static final Vocabulary TAP =
      Vocabulary.of("\"tap\"")
          .must("step", Scalar.TARGET, "The step whose message is tapped, however old.")
          .must("option", Scalar.WORD, "The option's name.");
  private static final Vocabulary REFERRAL =
      Vocabulary.of("\"referral\"")
          .must("source", Scalar.WORD, "The id of the advertisement or post.")
          .may("headline", Scalar.TEXT, "Its headline.");

  /** The keys of a step of a case. */
  static final Vocabulary LINE =
      Vocabulary.of("A step of a case")
          .may("start", Scalar.FLOW, "The bot speaks first, as by the API.")
          .may("with", Kind.named(Naming.GIVEN, DatumReader.KIND), "Variables for \"start\".")
          .may("user", Scalar.VALUE, "The customer types this.")
          .may(
              "tap",
              Kind.either(Scalar.WORD, Kind.keys(TAP)),
              "The customer taps the option of this title, or an older one.")
          .may("send", SentReader.KIND, "The customer sends something else.")
          .may(
              "referral",
              Kind.either(Scalar.WORD, Kind.keys(REFERRAL)),
              "The advertisement that led to this message.")
          .may("advance", Scalar.DURATION, "Time goes by; what is due on the way happens.")
          .may("now", Scalar.MOMENT, "It becomes this moment; what is due on the way happens.")
          .may(
              "set",
              Kind.named(Naming.VARIABLE, DatumReader.KIND),
              "Contact fields are changed from outside: contact.x.")
          .may("agent", AgentReader.KIND, "An agent does something.")
          .may("delivery", Kind.choice(DELIVERIES.keySet()), "News of the last message's delivery.")
          .may("bot", SpeechReader.KIND, "What the bot has said, all of it, in order.")
          .may("at", Scalar.TARGET, "Where the conversation stands: a step, or end.")
          .may("vars", Kind.named(Naming.GIVEN, DatumReader.KIND), "Variables, those named.")
          .may(
              "contact",
              Kind.named(Naming.FIELD, DatumReader.KIND),
              "Fields of the contact, those named.")
          .may("handover", ExpectedHandover.KIND, "The team that is asked for.")
          .may("http_called", CalledReader.KIND, "The calls that were made.");

  private final Page page;

  LineReader(Page page) {
    this.page = page;
  }

  private static Map<String, Boolean> deliveries() {
    var words = new LinkedHashMap<String, Boolean>();
    words.put("failed", true);
    words.put("read", false);
    words.put("delivered", false);
    words.put("sent", false);
    return words;
  }

  /** Several keys in one step are taken in the order in which they are written. */
  List<Line> read(Yaml node) {
    if (!(node instanceof Yaml.Mapping map)) {
      page.error("wrong-shape", node, "Expected a step such as \"user: hi\" or \"bot: [Hello]\"");
      return List.of();
    }
    var entries = Entry.of(map, "a step", page);
    var fields = Fields.of(node, entries, node, LINE, page);
    var lines = entries.stream().flatMap(it -> line(it, fields).stream()).toList();
    if (lines.isEmpty() && !page.hasErrors()) {
      page.error("missing-key", node, "This step neither does nor expects anything");
    }
    return lines;
  }

  private Optional<Line> line(Entry entry, Fields fields) {
    var place = page.source().start(entry.keyNode());
    var values = DatumReader.ofValues(page);
    return switch (entry.key()) {
      case "start" -> start(entry, fields);
      case "user" ->
          fields.scalar("user").map(it -> new Line.Writes(place, it.value(), referral(fields)));
      case "tap" -> tap(entry, fields);
      case "send" -> SentReader.read(entry, referral(fields), page);
      case "advance" -> fields.duration("advance").map(it -> new Line.Advances(place, it));
      case "now" ->
          fields
              .scalar("now")
              .flatMap(it -> BeforehandReader.when(it, page))
              .map(it -> new Line.JumpsTo(place, it));
      case "set" -> changes(entry);
      case "agent" -> AgentReader.read(entry, page);
      case "delivery" ->
          fields.choice("delivery", DELIVERIES).map(it -> new Line.Delivery(place, it));
      case "bot" -> Optional.of(new Line.Says(place, new SpeechReader(page).read(entry.value())));
      case "at" -> at(entry);
      case "vars" ->
          Optional.of(
              new Line.HasVars(
                  place,
                  BeforehandReader.variables(values.named(entry.value(), "variables and values"))));
      case "contact" ->
          Optional.of(new Line.HasContact(place, values.named(entry.value(), "fields and values")));
      case "handover" -> Optional.of(ExpectedHandover.read(entry, page));
      case "http_called" -> Optional.of(CalledReader.read(entry, page));
      default -> Optional.empty();
    };
  }

  private Optional<Line> start(Entry entry, Fields fields) {
    var with =
        fields
            .find("with")
            .map(it -> DatumReader.ofValues(page).named(it, "variables and values"))
            .orElseGet(LinkedHashMap::new);
    return fields
        .scalar("start")
        .flatMap(
            it -> {
              var parts = FLOW.matcher(it.value().strip());
              if (!parts.matches()) {
                page.error(
                    "bad-target",
                    it,
                    "Expected a flow or flow#step, but got \"%s\"".formatted(it.value()));
                return Optional.empty();
              }
              return Optional.of(
                  new Line.Starts(
                      page.source().start(entry.keyNode()),
                      parts.group(1),
                      Optional.ofNullable(parts.group(2)),
                      BeforehandReader.variables(with)));
            });
  }

  private Optional<Line> tap(Entry entry, Fields fields) {
    var place = page.source().start(entry.keyNode());
    if (entry.value() instanceof Yaml.Scalar title) {
      return Optional.of(new Line.Taps(place, title.value(), referral(fields)));
    }
    var tap = Fields.of(entry, TAP, page);
    var step = tap.scalar("step").flatMap(this::step);
    var option = tap.word("option");
    return step.flatMap(
        it ->
            option.map(
                name ->
                    new Line.TapsOlder(
                        place,
                        Optional.of(it.flow()).filter(flow -> !flow.isEmpty()),
                        it.step(),
                        name)));
  }

  /** Of the file's flow where none is named: its name is empty then. */
  private Optional<StepRef> step(Yaml.Scalar scalar) {
    var parts = STEP.matcher(scalar.value().strip());
    if (!parts.matches()) {
      page.error(
          "bad-target",
          scalar,
          "Expected a step or flow#step, but got \"%s\"".formatted(scalar.value()));
      return Optional.empty();
    }
    var flow = parts.group(1) == null ? "" : parts.group(1);
    return Optional.of(new StepRef(flow, parts.group(2)));
  }

  private Optional<Line> at(Entry entry) {
    var place = page.source().start(entry.keyNode());
    return Scalars.scalar(entry.value(), "at", page)
        .flatMap(
            it ->
                it.value().strip().equals("end")
                    ? Optional.<Target>of(new Target.End())
                    : step(it).map(Target.To::new))
        .map(it -> new Line.StandsAt(place, it));
  }

  private Optional<Line> changes(Entry entry) {
    var fields = new LinkedHashMap<String, Datum>();
    for (var it : Entry.of(entry.value(), "\"contact.x: value\"", page)) {
      if (it.key().startsWith("contact.")) {
        fields.put(
            it.key().substring("contact.".length()), DatumReader.ofValues(page).read(it.value()));
      } else {
        page.error(
            "bad-variable",
            it.keyNode(),
            "From outside only contact.<field> can be changed, but got \"%s\"".formatted(it.key()));
      }
    }
    return Optional.of(new Line.Changes(page.source().start(entry.keyNode()), fields));
  }

  private Optional<Event.Referral> referral(Fields fields) {
    return fields
        .find("referral")
        .flatMap(
            node -> {
              if (node instanceof Yaml.Scalar source) {
                return Optional.of(new Event.Referral(source.value().strip(), Optional.empty()));
              }
              var referral = Fields.of(node, REFERRAL, page);
              return referral
                  .word("source")
                  .map(
                      it ->
                          new Event.Referral(
                              it, referral.scalar("headline").map(Yaml.Scalar::value)));
            });
  }
}
