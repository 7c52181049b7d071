package dev.tapflow.flow.lint;

import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import java.util.List;
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

  static Stream<Located> of(Question.Menu menu) {
    boolean inSections = isInSections(menu);
    return IntStream.range(0, groups(menu).size())
        .boxed()
        .flatMap(
            number ->
                groups(menu).get(number).options().stream()
                    .map(option -> new Located(option, number, inSections)));
  }

  /** A single group without a title is what {@code options} makes. */
  static boolean isInSections(Question.Menu menu) {
    return groups(menu).size() > 1 || groups(menu).stream().anyMatch(it -> it.title().isPresent());
  }

  /** The groups written in the flow; a menu made from data has none. */
  static List<Option.Group> groups(Question.Menu menu) {
    return switch (menu.offer()) {
      case Offer.Written(var groups) -> groups;
      case Offer.FromData _ -> List.of();
    };
  }
}
