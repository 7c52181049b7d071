package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * No two options of a menu have the same title, nor titles that a customer who types them cannot
 * tell apart: WhatsApp refuses the first, and the second is understood as neither.
 */
final class DistinctTitles implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Steps.of(folder)
        .flatMap(
            it ->
                it.step() instanceof Question.ByOption menu
                    ? twins(folder, it, menu)
                    : Stream.empty());
  }

  private static Stream<Finding> twins(
      ReadFolder folder, Steps.Located step, Question.ByOption menu) {
    var seen = new HashMap<String, Option>();
    return Stream.of(
            OptionPaths.of(menu).flatMap(it -> title(folder, step, it, seen)),
            OptionPaths.of(menu).flatMap(it -> synonyms(folder, step, it, seen)),
            languages(menu).flatMap(it -> translated(folder, step, menu, it)))
        .flatMap(it -> it);
  }

  private static Stream<String> languages(Question.ByOption menu) {
    return menu.options().stream()
        .flatMap(it -> it.title().translations().keySet().stream())
        .distinct()
        .sorted();
  }

  private static Stream<Finding> title(
      ReadFolder folder, Steps.Located step, OptionPaths.Located at, Map<String, Option> seen) {
    var title = at.option().title().asLiteral().orElse("");
    return twin(title, at.option(), seen).map(first -> twin(folder, "", step, at, first)).stream();
  }

  /** Titles that differ in the first language may be the same in another. */
  private static Stream<Finding> translated(
      ReadFolder folder, Steps.Located step, Question.ByOption menu, String language) {
    var seen = new HashMap<String, Option>();
    return OptionPaths.of(menu)
        .flatMap(
            it ->
                twin(in(language, it.option()), it.option(), seen)
                    .filter(first -> !in("", first).equals(in("", it.option())))
                    .map(first -> twin(folder, language, step, it, first))
                    .stream());
  }

  private static String in(String language, Option option) {
    var said = language.isEmpty() ? option.title().parts() : option.title().in(language);
    return Folded.of(new Text(said).asLiteral().orElse(""));
  }

  private static Finding twin(
      ReadFolder folder,
      String language,
      Steps.Located step,
      OptionPaths.Located at,
      Option first) {
    return Findings.error(
        folder,
        "duplicate-title",
        folder.sources().said(step.flow(), language, step.path(at.path("title"))),
        "The option \"%s\" has this title already; customers could not tell them apart"
            .formatted(first.id()));
  }

  private static Stream<Finding> synonyms(
      ReadFolder folder, Steps.Located step, OptionPaths.Located at, Map<String, Option> seen) {
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
    return Optional.ofNullable(seen.putIfAbsent(Folded.of(word), option))
        .filter(first -> !first.equals(option))
        .filter(first -> first.condition().isEmpty() || option.condition().isEmpty());
  }
}
