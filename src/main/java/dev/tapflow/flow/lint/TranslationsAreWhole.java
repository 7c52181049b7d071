package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.yaml.ReadFolder;
import dev.tapflow.flow.yaml.SourceMap;
import dev.tapflow.flow.yaml.Translation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who speaks another language of the bot should not meet the first one in the middle of a talk. */
final class TranslationsAreWhole implements Rule {

  /** Enough to see what kind of texts they are; the editor finds the others. */
  private static final int NAMED = 3;

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return folder.translations().stream().flatMap(it -> check(folder, it));
  }

  private static Stream<Finding> check(ReadFolder folder, Translation translation) {
    var missing = missing(translation);
    return missing.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Findings.warning(
                folder,
                "missing-translation",
                place(folder, translation),
                message(translation, missing)));
  }

  private static List<String> missing(Translation translation) {
    return translation.texts().stream()
        .filter(it -> it.place().isEmpty() && hasWords(it))
        .map(Translation.Spoken::key)
        .toList();
  }

  /** A number, a picture or what is only inserted is the same in every language. */
  private static boolean hasWords(Translation.Spoken text) {
    return text.text().literalText().codePoints().anyMatch(Character::isLetter);
  }

  private static String message(Translation translation, List<String> missing) {
    var named = missing.stream().limit(NAMED).collect(Collectors.joining(", "));
    return "%s in %s, and the first language stands for %s: %s%s"
        .formatted(
            missing.size() == 1 ? "One text is not said" : missing.size() + " texts are not said",
            translation.language(),
            missing.size() == 1 ? "it" : "them",
            named,
            missing.size() > NAMED ? ", …" : "");
  }

  /** Without a file of its own, where the flow begins, or where the language is promised. */
  private static Place place(ReadFolder folder, Translation translation) {
    var isBot = translation.flow().equals(SourceMap.BOT);
    return translation
        .file()
        .orElseGet(() -> folder.sources().key(translation.flow(), isBot ? "languages" : "flow"));
  }
}
