package dev.tapflow.flow.yaml;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One line of a translation.
 *
 * @param key as written, taken apart at its dots and maps
 * @param at to point at
 * @param value a text, or the list of words of an {@code also}
 */
record Said(List<String> key, Yaml at, Yaml value) {

  /** Words that are understood, where all other keys are texts. */
  static final String ALSO = "also";

  /** All lines of a file. Maps inside one another mean the same as dots. */
  static List<Said> allOf(Yaml root, Page page) {
    return all(List.of(), root, page).toList();
  }

  private static Stream<Said> all(List<String> above, Yaml map, Page page) {
    return Entry.of(map, "\"step.field: text\"", page).stream()
        .flatMap(
            it -> under(joined(above, it.key().split("\\.", -1)), it.keyNode(), it.value(), page));
  }

  private static Stream<Said> under(List<String> key, Yaml at, Yaml value, Page page) {
    return switch (value) {
      case Yaml.Scalar _ -> Stream.of(new Said(key, at, value));
      case Yaml.Mapping map -> all(key, map, page);
      case Yaml.Sequence _ when key.getLast().equals(ALSO) -> Stream.of(new Said(key, at, value));
      case Yaml.Sequence list -> items(key, list, page);
    };
  }

  private static Stream<Said> items(List<String> key, Yaml.Sequence list, Page page) {
    return IntStream.range(0, list.items().size())
        .boxed()
        .flatMap(
            i -> {
              var item = list.items().get(i);
              return under(joined(key, i.toString()), item, item, page);
            });
  }

  private static List<String> joined(List<String> above, String... more) {
    return Stream.concat(above.stream(), Stream.of(more)).toList();
  }

  /** As its author would write it. */
  String written() {
    return String.join(".", key);
  }

  /** True where only the place for the text is prepared. */
  boolean isBlank() {
    return value instanceof Yaml.Scalar scalar && scalar.value().isBlank();
  }
}
