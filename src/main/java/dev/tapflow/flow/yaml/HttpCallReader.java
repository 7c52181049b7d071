package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Role;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Step.Http.Saving;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads what an {@code http} step sends: {@code { get: url, timeout: 3s }}. */
final class HttpCallReader {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S.*");

  /** The keys of a call. */
  static final Vocabulary CALL =
      methods(Vocabulary.of("\"http\""))
          .may(
              "query",
              Kind.named(Naming.ANY, Scalar.VALUE),
              "Appended to the address, percent-encoded.")
          .may(
              "headers",
              Kind.named(Naming.HEADER, Scalar.VALUE),
              "Headers by name; here ${secret.<name>} is known.")
          .may(
              "body",
              ValueTrees.KIND,
              "A map or list is sent as JSON, a text as it is; here ${secret.<name>} is known.")
          .may("timeout", Scalar.DURATION, "How long one attempt may take.")
          .may("retry", Scalar.NUMBER, "How often it is tried again; default 0.")
          .may("cache", Scalar.DURATION, "How long the answer of the same get is used again.");

  private final Fields fields;
  private final Page page;

  private HttpCallReader(Fields fields) {
    this.fields = fields;
    this.page = fields.page();
  }

  /** What a step sends, before it says what becomes of the answer. */
  record Sent(
      String method,
      Text url,
      SequencedMap<String, Text> query,
      SequencedMap<String, Text> headers,
      Optional<ValueTree> body,
      Optional<Duration> timeout,
      int retry,
      Optional<Duration> cache) {

    Step step(
        Optional<Saving> save,
        Map<Integer, Target> onStatus,
        Optional<Target> onError,
        Target next) {
      return new Step.Http(
          method, url, query, headers, body, timeout, retry, cache, save, onStatus, onError, next);
    }
  }

  private static Vocabulary methods(Vocabulary keys) {
    var all = keys;
    for (var method : METHODS) {
      all = all.may(method, Scalar.VALUE, "The address that is called: https://…");
    }
    return all.exactlyOneOf(METHODS.toArray(String[]::new));
  }

  /** Empty where there is nothing to call. */
  static Optional<Sent> read(Fields fields, Yaml verb) {
    return new HttpCallReader(fields).read(verb);
  }

  private Optional<Sent> read(Yaml verb) {
    var methods = METHODS.stream().filter(fields::has).toList();
    if (methods.size() != 1 && fields.isMap()) {
      page.error(
          "missing-key", verb, "A call has one of %s: url".formatted(String.join(", ", METHODS)));
    }
    refuseCache(methods);
    var query = texts("query", Naming.ANY, Role.INSERTION);
    var headers = texts("headers", Naming.HEADER, Role.CALL_INSERTION);
    var body = fields.find("body").map(it -> ValueTrees.read(it, Role.CALL_INSERTION, page));
    var timeout = fields.duration("timeout");
    int retry = fields.number("retry").orElse(0);
    var cache = fields.duration("cache");
    return methods.stream()
        .findFirst()
        .flatMap(
            method ->
                url(method)
                    .map(
                        url ->
                            new Sent(
                                method.toUpperCase(Locale.ROOT),
                                url,
                                query,
                                headers,
                                body,
                                timeout,
                                retry,
                                cache)));
  }

  private void refuseCache(List<String> methods) {
    if (fields.has("cache") && !methods.isEmpty() && !methods.contains("get")) {
      page.error(
          "bad-value", fields.keyNode("cache"), "Only the answer of a \"get\" can be used again");
    }
  }

  private Optional<Text> url(String method) {
    var url = fields.filled(method);
    url.filter(it -> it.asLiteral().isPresent() || startsLiterally(it))
        .filter(it -> !ADDRESS.matcher(it.literalText() + "x").matches())
        .ifPresent(
            _ ->
                page.error(
                    "bad-value",
                    fields.find(method).orElseThrow(),
                    "Expected an address that begins with https:// or http://"));
    return url;
  }

  private static boolean startsLiterally(Text url) {
    return !url.parts().isEmpty() && url.parts().getFirst() instanceof Text.Part.Literal;
  }

  private SequencedMap<String, Text> texts(String key, Naming names, Role role) {
    var texts = new LinkedHashMap<String, Text>();
    fields.find(key).stream()
        .flatMap(it -> Entry.of(it, "\"name: value\" lines", page).stream())
        .filter(it -> Names.fits(it, names, "the name of a header", page))
        .forEach(
            it ->
                Scalars.scalar(it.value(), it.key(), page)
                    .ifPresent(value -> texts.put(it.key(), Texts.value(value, role, page))));
    return texts;
  }
}
