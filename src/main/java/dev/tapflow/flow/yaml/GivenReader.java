package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Reads the variables that a flow begins with: {@code with: { order: "${vars.order}" }}. */
final class GivenReader {

  static final Kind KIND = Kind.named(Naming.GIVEN, Scalar.VALUE);

  private static final String PREFIX = "vars.";

  private GivenReader() {}

  static SequencedMap<String, Text> read(Fields fields, String key) {
    var given = new LinkedHashMap<String, Text>();
    var page = fields.page();
    var entries =
        fields.find(key).stream()
            .flatMap(it -> Entry.of(it, "\"name: value\" lines", page).stream());
    entries
        .filter(it -> Names.fits(it, Naming.GIVEN, "a variable's name", page))
        .forEach(
            it ->
                Scalars.scalar(it.value(), it.key(), page)
                    .ifPresent(value -> given.put(name(it.key()), Texts.value(value, page))));
    return given;
  }

  private static String name(String written) {
    return written.startsWith(PREFIX) ? written.substring(PREFIX.length()) : written;
  }
}
