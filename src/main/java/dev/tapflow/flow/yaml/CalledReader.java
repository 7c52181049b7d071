package dev.tapflow.flow.yaml;

import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the calls that a case expects: an address, {@code POST} and an address, a map of both with
 * the body, a list of such, or {@code nothing}.
 */
final class CalledReader {

  private static final Pattern METHOD_AND_URL =
      Pattern.compile("(?i)(?:(get|post|put|patch|delete)\\s+)?(\\S.*)");
  private static final Vocabulary CALL =
      Vocabulary.of("A call")
          .may("get", Scalar.WORD, "The address that was called; its query in any order.")
          .may("post", Scalar.WORD, "The same for a POST.")
          .may("put", Scalar.WORD, "The same for a PUT.")
          .may("patch", Scalar.WORD, "The same for a PATCH.")
          .may("delete", Scalar.WORD, "The same for a DELETE.")
          .may("url", Scalar.WORD, "The same for whichever method.")
          .may("body", DatumReader.KIND, "What was sent; of a map the names told.")
          .may("headers", Kind.named(Naming.HEADER, DatumReader.KIND), "Headers, those named.")
          .may("times", Scalar.NUMBER, "How often; default at least once.")
          .exactlyOneOf("get", "post", "put", "patch", "delete", "url");
  private static final Kind ONE = Kind.either(Scalar.WORD, Kind.keys(CALL));

  static final Kind KIND = Kind.either(Kind.choice(SpeechReader.NOTHING), Kind.oneOrMore(ONE));

  private CalledReader() {}

  static Line read(Entry entry, Page page) {
    var place = page.source().start(entry.keyNode());
    if (entry.value() instanceof Yaml.Scalar word
        && SpeechReader.NOTHING.contains(word.value().strip())) {
      return new Line.Called(place, List.of());
    }
    var calls =
        entry.value() instanceof Yaml.Sequence list
            ? list.items().stream().flatMap(it -> call(it, page).stream()).toList()
            : call(entry.value(), page).stream().toList();
    return new Line.Called(place, calls);
  }

  private static Optional<Line.ExpectedCall> call(Yaml node, Page page) {
    if (node instanceof Yaml.Scalar word) {
      return brief(word, page);
    }
    var fields = Fields.of(node, CALL, page);
    var named = CALL.exactlyOne().getFirst().stream().filter(fields::has).toList();
    if (named.size() != 1) {
      page.error("missing-key", node, "A call needs one of get, post, put, patch, delete or url");
      return Optional.empty();
    }
    var method = named.getFirst();
    var times = fields.scalar("times").flatMap(it -> times(it, page));
    return fields
        .word(method)
        .map(
            url ->
                new Line.ExpectedCall(
                    method.equals("url")
                        ? Optional.empty()
                        : Optional.of(method.toUpperCase(Locale.ROOT)),
                    url,
                    details(fields),
                    times));
  }

  private static Datum.Entries details(Fields fields) {
    var told = new LinkedHashMap<String, Datum>();
    var values = DatumReader.ofWords(fields.page());
    List.of("body", "headers")
        .forEach(key -> fields.find(key).ifPresent(it -> told.put(key, values.read(it))));
    return new Datum.Entries(told);
  }

  private static Optional<Line.ExpectedCall> brief(Yaml.Scalar word, Page page) {
    var parts = METHOD_AND_URL.matcher(word.value().strip());
    if (!parts.matches()) {
      page.error("missing-value", word, "An address is missing here");
      return Optional.empty();
    }
    return Optional.of(
        new Line.ExpectedCall(
            Optional.ofNullable(parts.group(1)).map(it -> it.toUpperCase(Locale.ROOT)),
            parts.group(2),
            new Datum.Entries(new LinkedHashMap<>()),
            Optional.empty()));
  }

  private static Optional<Integer> times(Yaml.Scalar scalar, Page page) {
    return scalar.value().strip().equals("0") ? Optional.of(0) : Scalars.count(scalar, page);
  }
}
