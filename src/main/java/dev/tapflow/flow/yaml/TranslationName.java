package dev.tapflow.flow.yaml;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the name of a translation's file says: {@code support.fr.yaml}, {@code bot.fr.yaml}.
 *
 * @param flow empty for bot.yaml
 * @param language in its usual letters
 */
record TranslationName(String flow, String language) {

  private static final Pattern NAME =
      Pattern.compile(
          "([a-z][a-z0-9_-]{0,39})\\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4})\\.yaml");
  private static final String BOT = "bot";

  /** Empty where the name is not that of a translation. */
  static Optional<TranslationName> of(String fileName) {
    var parts = NAME.matcher(fileName);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var flow = parts.group(1).equals(BOT) ? SourceMap.BOT : parts.group(1);
    var written = parts.group(2);
    return Optional.of(new TranslationName(flow, Languages.tagOfCode(written).orElse(written)));
  }
}
