package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.SourceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Nothing that looks like a key or password is written into a flow: flows are read by many, and
 * kept with every release.
 */
final class NoSecretIsWritten implements Rule {

  private static final Pattern TELLING =
      Pattern.compile(
          "(?i).*(authorization|password|passwd|secret|token|api[-_]?key|access[-_]?key).*");

  /** A value that could be one: no spaces, some length, and not letters alone. */
  private static final Pattern OPAQUE =
      Pattern.compile("(?i)((bearer|basic|token) )?(?=\\S*\\d|\\S*[A-Z]\\S*[a-z])\\S{8,}");

  /** As well-known services write theirs. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "\\b(sk|pk|rk)_(live|test)_[A-Za-z0-9]{10,}|\\bgh[pousr]_[A-Za-z0-9]{30,}"
              + "|\\bAKIA[0-9A-Z]{16}\\b|\\bxox[abprs]-[A-Za-z0-9-]{10,}|\\bAIza[A-Za-z0-9_-]{35}"
              + "|\\bEAA[A-Za-z0-9]{40,}|\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}"
              + "|(?i:\\bbearer )[A-Za-z0-9._~+/=-]{16,}|-----BEGIN [A-Z ]*PRIVATE KEY"
              + "|://[^/@:\\s$]+:[^/@\\s$]{4,}@");

  /** A value with its name, where both are written. */
  private record Named(String name, String value, Place place) {}

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var inSteps = Steps.of(folder).flatMap(it -> values(folder, it));
    return Stream.concat(constants(folder), inSteps)
        .filter(NoSecretIsWritten::isSecret)
        .map(
            it ->
                Findings.warning(
                    folder,
                    "looks-like-secret",
                    it.place(),
                    "This looks like a secret; put it into the settings, name it under \"secrets\""
                        + " in bot.yaml and write ${secret.<name>} in the call"));
  }

  private static boolean isSecret(Named it) {
    return KNOWN.matcher(it.value()).find()
        || (TELLING.matcher(it.name()).matches() && OPAQUE.matcher(it.value().strip()).matches());
  }

  private static Stream<Named> constants(ReadFolder folder) {
    return new TreeMap<>(folder.bot().values())
        .entrySet().stream()
            .map(
                it ->
                    new Named(
                        it.getKey(),
                        it.getValue().toString(),
                        folder.sources().value(SourceMap.BOT, "values", it.getKey())));
  }

  private static Stream<Named> values(ReadFolder folder, Steps.Located step) {
    return switch (step.step()) {
      case Step.Http http -> http(folder, step, http);
      case Step.Set set ->
          set.assignments().stream()
              .flatMap(it -> named(folder, step, it.value(), "set", it.variable().text()).stream());
      case Step.Passing _, Question _ -> Stream.empty();
    };
  }

  private static Stream<Named> http(ReadFolder folder, Steps.Located step, Step.Http http) {
    var found = new ArrayList<Named>();
    http.headers()
        .forEach((name, it) -> found.addAll(named(folder, step, it, "http", "headers", name)));
    http.query()
        .forEach((name, it) -> found.addAll(named(folder, step, it, "http", "query", name)));
    var method = http.method().toLowerCase(Locale.ROOT);
    found.addAll(named(folder, step, http.url(), "http", method));
    http.body().ifPresent(it -> inTree(folder, step, it, List.of("http", "body"), found));
    return found.stream();
  }

  private static void inTree(
      ReadFolder folder, Steps.Located step, ValueTree tree, List<String> path, List<Named> found) {
    switch (tree) {
      case ValueTree.Leaf(var text) ->
          found.addAll(named(folder, step, text, path.toArray(String[]::new)));
      case ValueTree.Branches(var byName) ->
          byName.forEach((name, it) -> inTree(folder, step, it, and(path, name), found));
      case ValueTree.Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          inTree(folder, step, items.get(i), and(path, Integer.toString(i)), found);
        }
      }
    }
  }

  private static List<String> and(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }

  /** Only where something is written; what is inserted comes from elsewhere. */
  private static List<Named> named(
      ReadFolder folder, Steps.Located step, Text value, String... path) {
    var written = value.literalText();
    return written.isBlank()
        ? List.of()
        : List.of(
            new Named(
                path[path.length - 1],
                written,
                folder.sources().value(step.flow(), step.path(path))));
  }
}
