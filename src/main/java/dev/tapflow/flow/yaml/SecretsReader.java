package dev.tapflow.flow.yaml;

import dev.tapflow.flow.vocabulary.Naming;
import java.util.List;

/** Reads the names of secrets; what they are only the settings know. */
final class SecretsReader {

  private SecretsReader() {}

  static List<String> read(Fields bot) {
    return bot.scalars("secrets").orElse(List.of()).stream()
        .filter(it -> isName(it, bot.page()))
        .map(it -> it.value().strip())
        .distinct()
        .toList();
  }

  private static boolean isName(Yaml.Scalar scalar, Page page) {
    boolean fits = Naming.FIELD.fits(scalar.value().strip());
    if (!fits) {
      page.error(
          "bad-name",
          scalar,
          "Expected the name of a secret, of letters, digits and _ (its value is a setting), but"
              + " got \"%s\"".formatted(scalar.value()));
    }
    return fits;
  }
}
