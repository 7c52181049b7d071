package dev.tapflow.flow.yaml;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Languages as BCP 47 names them: {@code en}, {@code pt-BR}. Two letters must be a language of ISO
 * 639 and, as a region, a country of ISO 3166: {@code english} and {@code en-UK} are none.
 */
final class Languages {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int LONGEST_CODE = 3;

  private Languages() {}

  /** The tag in its usual letters; empty where it is no language. */
  static Optional<String> tag(String written) {
    try {
      var locale = new Locale.Builder().setLanguageTag(written).build();
      return isKnown(locale) ? Optional.of(locale.toLanguageTag()) : Optional.empty();
    } catch (IllformedLocaleException none) {
      return Optional.empty();
    }
  }

  /** The same for a name with {@code _}, as Meta and file names have it. */
  static Optional<String> tagOfCode(String written) {
    return tag(written.replace('_', '-'));
  }

  private static boolean isKnown(Locale locale) {
    var language = locale.getLanguage();
    var country = locale.getCountry();
    boolean named =
        language.length() == LONGEST_CODE
            || (language.length() == 2 && LANGUAGES.contains(language));
    // a region may also be a number of the United Nations: es-419
    return named && (country.length() != 2 || COUNTRIES.contains(country));
  }
}
