package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.yaml.ReadFolder;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * No two options of a menu have the same title, nor titles that a customer who types them cannot
 * tell apart: WhatsApp refuses the first, and the second is understood as neither.
 */
final class DistinctTitles implements Rule {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Steps.of(folder)
        .flatMap(
            it ->
                it.step() instanceof Question.Menu menu ? twins(folder, it, menu) : Stream.empty());
  }

  private static Stream<Finding> twins(ReadFolder folder, Steps.Located step, Question.Menu menu) {
    var seen = new HashMap<String, Option>();
    return Stream.concat(
        MenuPaths.of(menu).flatMap(it -> title(folder, step, it, seen)),
        MenuPaths.of(menu).flatMap(it -> synonyms(folder, step, it, seen)));
  }

  private static Stream<Finding> title(
      ReadFolder folder, Steps.Located step, MenuPaths.Located at, Map<String, Option> seen) {
    var title = at.option().title().asLiteral().orElse("");
    return twin(title, at.option(), seen)
        .map(
            first ->
                Findings.error(
                    folder,
                    "duplicate-title",
                    folder.sources().value(step.flow(), step.path(at.path("title"))),
                    "The option \"%s\" has this title already; customers could not tell them apart"
                        .formatted(first.id())))
        .stream();
  }

  private static Stream<Finding> synonyms(
      ReadFolder folder, Steps.Located step, MenuPaths.Located at, Map<String, Option> seen) {
    var words = at.option().also();
    return IntStream.range(0, words.size())
        .boxed()
        .flatMap(
            i ->
                twin(words.get(i), at.option(), seen)
                    .map(
                        first ->
                            Findings.warning(
                                folder,
                                "ambiguous-word",
                                folder
                                    .sources()
                                    .value(step.flow(), step.path(at.path("also", i + ""))),
                                "\"%s\" is understood as the option \"%s\" too, so as neither"
                                    .formatted(words.get(i), first.id())))
                    .stream());
  }

  /** The option that had this word first, unless the two are never shown together. */
  private static Optional<Option> twin(String word, Option option, Map<String, Option> seen) {
    if (word.isBlank()) {
      return Optional.empty();
    }
    return Optional.ofNullable(seen.putIfAbsent(folded(word), option))
        .filter(first -> !first.equals(option))
        .filter(first -> first.condition().isEmpty() || option.condition().isEmpty());
  }

  private static String folded(String title) {
    var bare = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(bare.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
