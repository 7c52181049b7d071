package dev.tapflow.flow.yaml;

import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Given;
import dev.tapflow.flow.trial.StandIn;
import dev.tapflow.flow.trial.When;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads how things are when a case begins. */
final class BeforehandReader {

  private static final Vocabulary STAND_IN =
      Vocabulary.of("A stand-in")
          .may("set", AssignmentReader.KIND, "What it writes, in order.")
          .may("returns", DatumReader.KIND, "What it comes back with.");

  static final Vocabulary GIVEN =
      Vocabulary.of("\"given\"")
          .may(
              "contact",
              Kind.named(Naming.FIELD, DatumReader.KIND),
              "Fields of the contact; \"language\" and \"tags\" too.")
          .may(
              "vars",
              Kind.named(Naming.GIVEN, DatumReader.KIND),
              "Variables with which the first conversation begins.")
          .may(
              "now",
              Scalar.MOMENT,
              "When it begins, such as 2026-03-02T10:00:00+01:00; default Monday 2026-01-05, 10:00"
                  + " UTC.")
          .may(
              "values",
              Kind.named(Naming.FIELD, DatumReader.KIND),
              "Constants of bot.yaml that are another here.")
          .may(
              "flows",
              Kind.named(Naming.NAME, Kind.keys(STAND_IN)),
              "What stands in for flows that are called.")
          .may("number", Scalar.WORD, "The customer's number, such as +34600000001.");

  private final Fields fields;
  private final DatumReader values;

  private BeforehandReader(Fields fields) {
    this.fields = fields;
    this.values = DatumReader.ofValues(fields.page());
  }

  static Given read(Fields fields) {
    return new BeforehandReader(fields).read();
  }

  /** Names with {@code vars.} before them, or without. */
  static SequencedMap<String, Datum> variables(SequencedMap<String, Datum> written) {
    var plain = new LinkedHashMap<String, Datum>();
    written.forEach(
        (name, value) ->
            plain.put(name.startsWith("vars.") ? name.substring("vars.".length()) : name, value));
    return plain;
  }

  private Given read() {
    return new Given(
        named("contact"),
        variables(named("vars")),
        named("values"),
        standIns(),
        fields.scalar("now").flatMap(it -> when(it, fields.page())),
        fields.word("number"));
  }

  private SequencedMap<String, Datum> named(String key) {
    return fields
        .find(key)
        .map(it -> values.named(it, "names and values"))
        .orElseGet(LinkedHashMap::new);
  }

  private SequencedMap<String, StandIn> standIns() {
    var standIns = new LinkedHashMap<String, StandIn>();
    fields
        .find("flows")
        .ifPresent(
            node ->
                Entry.of(node, "flows and what stands in for them", fields.page())
                    .forEach(it -> standIns.put(it.key(), standIn(it))));
    return standIns;
  }

  private StandIn standIn(Entry entry) {
    var standIn = Fields.of(entry, STAND_IN, fields.page());
    return new StandIn(
        AssignmentReader.read(standIn, "set"),
        standIn.find("returns").map(values::read).map(DatumReader::tree));
  }

  static Optional<When> when(Yaml.Scalar scalar, Page page) {
    var when = When.parse(scalar.value().strip());
    if (when.isEmpty()) {
      page.error(
          "bad-value",
          scalar,
          "Expected a moment such as 2026-03-02T10:00:00+01:00, but got \"%s\""
              .formatted(scalar.value()));
    }
    return when;
  }
}
