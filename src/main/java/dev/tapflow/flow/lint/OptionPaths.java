package dev.tapflow.flow.lint;

import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the options of a question are written: directly in it, in its sections, or below those that
 * are made from data.
 */
final class OptionPaths {

  private OptionPaths() {}

  /** An option and the path to it from its step. */
  record Located(Option option, List<String> at) {

    String[] path(String... rest) {
      return Stream.concat(at.stream(), Stream.of(rest)).toArray(String[]::new);
    }
  }

  static Stream<Located> of(Question.ByOption question) {
    return switch (question) {
      case Question.Menu menu -> of(menu);
      case Question.AskByTemplate template -> located(template.options(), "options");
    };
  }

  private static Stream<Located> of(Question.Menu menu) {
    return switch (menu.offer()) {
      case Offer.FromData data -> located(data.more(), "options", "more");
      case Offer.Written(var groups) when isInSections(menu) ->
          IntStream.range(0, groups.size())
              .boxed()
              .flatMap(i -> located(groups.get(i).options(), "sections", i.toString(), "options"));
      case Offer.Written(var groups) ->
          groups.stream().flatMap(it -> located(it.options(), "options"));
    };
  }

  private static Stream<Located> located(List<Option> options, String... before) {
    return options.stream()
        .map(it -> new Located(it, Stream.concat(Stream.of(before), Stream.of(it.id())).toList()));
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
