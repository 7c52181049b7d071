package dev.tapflow.flow.lint;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.Translation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A translation inserts what the original inserts: else a customer misses the order's number. Words
 * within an expression, such as {@code 'there'}, are of the language and may differ.
 */
final class TranslationsInsertTheSame implements Rule {

  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return folder.translations().stream()
        .flatMap(
            translation ->
                translation.texts().stream()
                    .flatMap(it -> check(folder, it, translation.language())));
  }

  private static Stream<Finding> check(
      ReadFolder folder, Translation.Spoken text, String language) {
    var original = inserted(text.text().parts());
    var translated = inserted(text.text().translations().getOrDefault(language, List.of()));
    return text.place().stream()
        .filter(_ -> !withoutWords(original).equals(withoutWords(translated)))
        .map(
            it ->
                Findings.warning(folder, "other-placeholders", it, message(original, translated)));
  }

  /** Sorted, so that a message is the same each time. */
  private static Set<String> inserted(List<Text.Part> parts) {
    return parts.stream()
        .flatMap(
            it ->
                it instanceof Text.Part.Inserted(Expression expression)
                    ? Stream.of(expression.source().strip())
                    : Stream.empty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> withoutWords(Set<String> expressions) {
    return expressions.stream()
        .map(it -> QUOTED.matcher(it).replaceAll("''").replaceAll("\\s+", ""))
        .collect(Collectors.toSet());
  }

  private static String message(Set<String> original, Set<String> translated) {
    return "The original inserts %s, and this %s".formatted(list(original), list(translated));
  }

  private static String list(Set<String> inserted) {
    return inserted.isEmpty()
        ? "nothing"
        : inserted.stream().map("${%s}"::formatted).collect(Collectors.joining(", "));
  }
}
