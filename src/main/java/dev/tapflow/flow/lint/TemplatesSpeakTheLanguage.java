package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.Suggestion;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template is sent in a language that it is approved in. */
final class TemplatesSpeakTheLanguage implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return TemplateCalls.of(folder).flatMap(it -> check(folder, it));
  }

  private static Stream<Finding> check(ReadFolder folder, TemplateCalls.Located sent) {
    var name = sent.call().name();
    var languages = folder.bot().templates().getOrDefault(name, Map.of()).keySet();
    return sent.call().language().stream()
        .filter(it -> !languages.isEmpty() && !languages.contains(it))
        .map(
            it ->
                Findings.error(
                    folder,
                    "unknown-template-language",
                    folder.sources().value(sent.step().flow(), sent.step().path("lang")),
                    "bot.yaml has the template \"%s\" in %s only%s"
                        .formatted(
                            name,
                            languages.stream().sorted().collect(Collectors.joining(", ")),
                            Suggestion.of(it, languages))));
  }
}
