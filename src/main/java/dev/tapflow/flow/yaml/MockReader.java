package dev.tapflow.flow.yaml;

import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Mock;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how services answer. */
final class MockReader {

  static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private static final int OK = 200;
  private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");
  private static final Map<String, Mock.Failure> FAILURES = Choices.of(Mock.Failure.class);
  private static final Vocabulary MOCK =
      Vocabulary.of("An answer of a service")
          .may("get", Scalar.WORD, "The address that is called; its query in any order.")
          .may("post", Scalar.WORD, "The same for a POST.")
          .may("put", Scalar.WORD, "The same for a PUT.")
          .may("patch", Scalar.WORD, "The same for a PATCH.")
          .may("delete", Scalar.WORD, "The same for a DELETE.")
          .may("query", Kind.named(Naming.ANY, Scalar.VALUE), "More of the address's query.")
          .may("reply", DatumReader.KIND, "The body of the answer: JSON, or a text.")
          .may("status", Scalar.COUNT, "Its HTTP status; default 200.")
          .may("delay", Scalar.DURATION, "How long it takes; the clock has to be advanced.")
          .may("fails", Kind.choice(FAILURES.keySet()), "Why there is no answer.")
          .exactlyOneOf("get", "post", "put", "patch", "delete");

  static final Kind KIND = Kind.oneOrMore(Kind.keys(MOCK));

  private MockReader() {}

  static List<Mock> read(Yaml node, Page page) {
    return node instanceof Yaml.Sequence list
        ? list.items().stream().flatMap(it -> mock(it, page).stream()).toList()
        : mock(node, page).stream().toList();
  }

  private static Optional<Mock> mock(Yaml node, Page page) {
    var fields = Fields.of(node, MOCK, page);
    var methods = METHODS.stream().filter(fields::has).toList();
    if (methods.size() != 1) {
      page.error(
          "missing-key",
          node,
          "An answer of a service needs one of get, post, put, patch or delete with the address");
      return Optional.empty();
    }
    var method = methods.getFirst();
    var delay = fields.duration("delay").orElse(Duration.ZERO);
    return fields
        .word(method)
        .map(
            url ->
                new Mock(
                    method.toUpperCase(Locale.ROOT),
                    url + query(fields, url),
                    answer(fields),
                    delay));
  }

  private static String query(Fields fields, String url) {
    if (!(fields.find("query").orElse(null) instanceof Yaml.Mapping map)) {
      return "";
    }
    var pairs =
        Entry.of(map, "names and values", fields.page()).stream()
            .flatMap(
                it ->
                    Scalars.scalar(it.value(), it.key(), fields.page()).stream()
                        .map(value -> encoded(it.key()) + "=" + encoded(value.value())))
            .collect(Collectors.joining("&"));
    return (url.contains("?") ? "&" : "?") + pairs;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Mock.Answer answer(Fields fields) {
    var failure = fields.choice("fails", FAILURES);
    if (failure.isPresent()) {
      return new Mock.Answer.Fails(failure.get());
    }
    Datum nothing = new Datum.Scalar("", Datum.Scalar.literal("").text(), false);
    var body = fields.find("reply").map(DatumReader.ofWords(fields.page())::read).orElse(nothing);
    return new Mock.Answer.Replies(
        fields.scalar("status").flatMap(it -> status(it, fields.page())).orElse(OK), body);
  }

  private static Optional<Integer> status(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    if (STATUS.matcher(written).matches()) {
      return Optional.of(Integer.parseInt(written));
    }
    page.error(
        "bad-value",
        scalar,
        "Expected an HTTP status such as 404, but got \"%s\"".formatted(written));
    return Optional.empty();
  }
}
