package dev.tapflow.flow.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads the languages the bot speaks, the first of them the flows' own. */
final class LanguagesReader {

  static final List<String> BUILT_IN = List.of("en");

  private LanguagesReader() {}

  static List<String> read(Fields bot) {
    var languages = new LinkedHashSet<String>();
    for (var written : bot.scalars("languages").orElse(List.of())) {
      var language = language(written, bot.page());
      if (language.isPresent() && !languages.add(language.get())) {
        bot.page()
            .error(
                "duplicate-key",
                written,
                "\"%s\" stands here a second time".formatted(language.get()));
      }
    }
    return languages.isEmpty() ? BUILT_IN : List.copyOf(languages);
  }

  /** A language's tag; a finding says what else is written there. */
  static Optional<String> language(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    var language = Languages.tag(written);
    if (language.isEmpty()) {
      page.error(
          "bad-value",
          scalar,
          "Expected a language such as en, fr or pt-BR, but got \"%s\"%s"
              .formatted(
                  written,
                  Languages.tagOfCode(written)
                      .map("; did you mean \"%s\"?"::formatted)
                      .orElse("")));
    }
    return language;
  }
}
