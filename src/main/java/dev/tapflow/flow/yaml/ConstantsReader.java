package dev.tapflow.flow.yaml;

import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the constants of scope {@code bot.*}. Here the place does not say the type: a number
 * written as numbers are (no leading zero), true and false are what they are; quotes make a text.
 */
final class ConstantsReader {

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,17})\\.\\d{1,18}");

  static final Kind KIND = Kind.named(Naming.FIELD, Scalar.VALUE);

  private ConstantsReader() {}

  static Map<String, Object> read(Yaml node, Page page) {
    var constants = new LinkedHashMap<String, Object>();
    for (var entry : Entry.of(node, "\"name: value\" lines", page)) {
      if (Names.isField(entry, page)) {
        Scalars.scalar(entry.value(), entry.key(), page)
            .ifPresent(it -> constants.put(entry.key(), constant(it)));
      }
    }
    return constants;
  }

  private static Object constant(Yaml.Scalar scalar) {
    var written = scalar.value();
    if (!scalar.isPlain()) {
      return written;
    }
    if (WHOLE.matcher(written).matches()) {
      return Long.valueOf(written);
    }
    if (DECIMAL.matcher(written).matches()) {
      return Double.valueOf(written);
    }
    return switch (written) {
      case "true" -> true;
      case "false" -> false;
      default -> written;
    };
  }
}
