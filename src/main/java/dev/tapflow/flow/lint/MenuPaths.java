package dev.tapflow.flow.lint;

import dev.tapflow.flow.Option;
import dev.tapflow.flow.Step;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the options of a menu are written: directly in it, or in its sections. */
final class MenuPaths {

  private MenuPaths() {}

  /**
   * An option and the path to it from its step.
   *
   * @param section its number, from 0
   */
  record Located(Option option, int section, boolean inSections) {

    String[] path(String... rest) {
      var to =
          inSections
              ? Stream.of("sections", Integer.toString(section), "options", option.id())
              : Stream.of("options", option.id());
      return Stream.concat(to, Stream.of(rest)).toArray(String[]::new);
    }
  }

  static Stream<Located> of(Step.Menu menu) {
    boolean inSections = isInSections(menu);
    return IntStream.range(0, menu.groups().size())
        .boxed()
        .flatMap(
            number ->
                menu.groups().get(number).options().stream()
                    .map(option -> new Located(option, number, inSections)));
  }

  /** A single group without a title is what {@code options} makes. */
  static boolean isInSections(Step.Menu menu) {
    return menu.groups().size() > 1
        || menu.groups().stream().anyMatch(it -> it.title().isPresent());
  }
}
