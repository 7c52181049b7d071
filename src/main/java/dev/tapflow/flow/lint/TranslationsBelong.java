package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.SourceMap;
import dev.tapflow.flow.yaml.Suggestion;
import dev.tapflow.flow.yaml.Translation;
import java.util.List;
import java.util.stream.Stream;

/** Every line of a translation is for a text of what it translates. */
final class TranslationsBelong implements Rule {

  private static final int MOST_HELPED = 200;

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return folder.translations().stream()
        .flatMap(it -> Stream.concat(orphans(folder, it), logic(folder, it)));
  }

  private static Stream<Finding> orphans(ReadFolder folder, Translation translation) {
    return translation.orphans().stream()
        .map(
            it ->
                Findings.warning(
                    folder,
                    "orphaned-translation",
                    it.place(),
                    "There is no text \"%2$s\" in %1$s%3$s"
                        .formatted(
                            original(translation),
                            it.key(),
                            Suggestion.of(it.key(), keys(translation)))));
  }

  private static Stream<Finding> logic(ReadFolder folder, Translation translation) {
    return translation.logic().stream()
        .map(
            it ->
                Findings.error(
                    folder,
                    "not-a-text",
                    it.place(),
                    "\"%s\" is not said to anybody; a translation has texts only, and %s the rest"
                        .formatted(it.key(), original(translation))));
  }

  /** Where nearly nothing fits, the file is another flow's, and no hint would help. */
  private static List<String> keys(Translation translation) {
    return translation.orphans().size() > MOST_HELPED
        ? List.of()
        : translation.texts().stream().map(Translation.Spoken::key).toList();
  }

  private static String original(Translation translation) {
    return translation.flow().equals(SourceMap.BOT)
        ? "bot.yaml"
        : "the flow \"%s\"".formatted(translation.flow());
  }
}
