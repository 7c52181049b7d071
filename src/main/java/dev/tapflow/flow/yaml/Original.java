package dev.tapflow.flow.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The file that is translated. Its parts are told by their paths from the top, as {@link SourceMap}
 * has them; a translation may write them shorter.
 */
final class Original {

  private static final String STEPS = "steps";
  private static final String OPTIONS = "options";
  private static final String MORE = "more";
  private static final String SECTIONS = "sections";
  private static final String TITLE = "title";

  /** A part and its path. */
  record Part(List<String> path, Yaml node) {}

  private final boolean isFlow;
  private final Map<List<String>, Yaml> nodes = new HashMap<>();
  private final Map<Yaml, List<List<String>>> paths = new IdentityHashMap<>();

  Original(Yaml root, boolean isFlow) {
    this.isFlow = isFlow;
    index(new Part(List.of(), root));
  }

  private void index(Part part) {
    // of twins only the first is read; an alias is one part that stands in several places
    if (nodes.putIfAbsent(part.path(), part.node()) != null) {
      return;
    }
    paths.computeIfAbsent(part.node(), _ -> new ArrayList<>(1)).add(part.path());
    children(part).forEach(this::index);
  }

  private static Stream<Part> children(Part part) {
    return switch (part.node()) {
      case Yaml.Scalar _ -> Stream.of();
      case Yaml.Sequence list ->
          IntStream.range(0, list.items().size())
              .mapToObj(i -> new Part(joined(part.path(), i + ""), list.items().get(i)));
      case Yaml.Mapping map ->
          map.pairs().stream()
              .filter(it -> it.key() instanceof Yaml.Scalar)
              .map(
                  it ->
                      new Part(joined(part.path(), ((Yaml.Scalar) it.key()).value()), it.value()));
    };
  }

  /** The path of a part of this file, as it is read in a step. */
  Optional<List<String>> pathOf(Yaml node, String step) {
    var all = paths.getOrDefault(node, List.of());
    return all.stream()
        .filter(it -> !isFlow || (it.size() > 1 && it.get(1).equals(step)))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** The part a translation's key means. */
  Optional<Part> find(List<String> key) {
    return candidates(key).flatMap(it -> text(it).stream()).findFirst();
  }

  /** The option that words of a translation are for. */
  Optional<Part> findOption(List<String> key) {
    return candidates(key)
        .filter(Original::isOption)
        .flatMap(it -> walk(it).filter(part -> part.path().equals(it)).stream())
        .findFirst();
  }

  /** How a translation writes a path. */
  String key(List<String> path) {
    return String.join(".", isFlow ? path.subList(1, path.size()) : path);
  }

  private Stream<List<String>> candidates(List<String> key) {
    if (!isFlow) {
      return Stream.of(key);
    }
    var step = List.of(STEPS, key.getFirst());
    var inStep = key.subList(1, key.size());
    if (inStep.isEmpty()) {
      return Stream.of();
    }
    var option = inStep.getFirst().equals(OPTIONS) ? inStep.subList(1, inStep.size()) : inStep;
    return Stream.concat(
        Stream.of(joined(step, inStep)),
        option.isEmpty() ? Stream.of() : offers(step).map(offer -> joined(offer, option)));
  }

  /** Where a step has options: one name is given once over all of them. */
  private Stream<List<String>> offers(List<String> step) {
    var sections =
        walk(joined(step, SECTIONS))
            .map(it -> it.node() instanceof Yaml.Sequence list ? list.items().size() : 0)
            .orElse(0);
    return Stream.concat(
        Stream.of(joined(step, OPTIONS), joined(step, OPTIONS, MORE)),
        IntStream.range(0, sections).mapToObj(i -> joined(step, SECTIONS, i + "", OPTIONS)));
  }

  /** An option's title may be written without the key, here and there. */
  private Optional<Part> text(List<String> path) {
    var found = walk(path);
    if (found.isEmpty() && path.getLast().equals(TITLE)) {
      var option = path.subList(0, path.size() - 1);
      return walk(option).filter(it -> isOption(option) && it.node() instanceof Yaml.Scalar);
    }
    return found.flatMap(
        part ->
            switch (part.node()) {
              case Yaml.Scalar _ -> found;
              case Yaml.Mapping _ -> isOption(path) ? walk(joined(path, TITLE)) : Optional.empty();
              case Yaml.Sequence _ -> walk(joined(path, "0"));
            });
  }

  private static boolean isOption(List<String> path) {
    var above = path.size() < 2 ? "" : path.get(path.size() - 2);
    return above.equals(OPTIONS) || above.equals(MORE);
  }

  private Optional<Part> walk(List<String> path) {
    var at = part(List.of());
    for (var name : path) {
      at = at.flatMap(it -> child(it, name));
    }
    return at;
  }

  private Optional<Part> part(List<String> path) {
    return Optional.ofNullable(nodes.get(path)).map(it -> new Part(path, it));
  }

  private Optional<Part> child(Part part, String name) {
    return part(joined(part.path(), name)).or(() -> aloneOrAList(part, name));
  }

  /** What is written alone stands for a list of one, and the other way round. */
  private Optional<Part> aloneOrAList(Part part, String name) {
    return switch (part.node()) {
      case Yaml.Scalar _ -> name.equals("0") ? Optional.of(part) : Optional.empty();
      case Yaml.Mapping _ -> name.equals("0") ? Optional.of(part) : Optional.empty();
      case Yaml.Sequence list when list.items().size() == 1 ->
          part(joined(part.path(), "0")).flatMap(it -> child(it, name));
      case Yaml.Sequence _ -> Optional.empty();
    };
  }

  private static List<String> joined(List<String> above, String... more) {
    return joined(above, List.of(more));
  }

  private static List<String> joined(List<String> above, List<String> more) {
    return Stream.concat(above.stream(), more.stream()).toList();
  }
}
