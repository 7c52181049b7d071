package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where things were written. A path is the keys from a file's top, such as {@code steps, main_menu,
 * options, orders, goto}; items of lists are numbered from 0. A path that was not written leads to
 * the deepest part of it that was. For one thread at a time.
 */
public final class SourceMap {

  /** The name that stands for bot.yaml, where others name a flow. */
  public static final String BOT = "";

  private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

  private final Map<String, Written> files;
  private final Map<String, Overlay> overlays;
  private final Map<String, Source> byFile;
  private final Map<Yaml.Mapping, Map<String, Yaml.Pair>> keysOf = new IdentityHashMap<>();

  /**
   * @param sources of all files, translations too
   * @param overlays by the flow they lie over
   */
  SourceMap(Map<String, Written> files, Collection<Source> sources, Map<String, Overlay> overlays) {
    this.files = Map.copyOf(files);
    this.overlays = Map.copyOf(overlays);
    this.byFile = sources.stream().collect(Collectors.toMap(Source::file, Function.identity()));
  }

  /** One file that could be read as YAML. */
  record Written(Source source, Yaml root) {}

  /** The text of the line of a place. */
  public String line(Place place) {
    return Optional.ofNullable(byFile.get(place.file()))
        .map(it -> it.line(place.line()))
        .orElse("");
  }

  /** True where the whole path is written. */
  public boolean has(String flow, String... path) {
    var file = files.get(flow);
    return file != null && walk(file.root(), path).steps() == path.length;
  }

  /** Where the last key of the path stands. */
  public Place key(String flow, String... path) {
    var file = files.get(flow);
    return file == null
        ? new Place(flow, 1, 1)
        : file.source().start(walk(file.root(), path).key());
  }

  /** Where the value at the end of the path begins. */
  public Place value(String flow, String... path) {
    var file = files.get(flow);
    return file == null
        ? new Place(flow, 1, 1)
        : file.source().start(walk(file.root(), path).value());
  }

  /**
   * Where a text is said in a language: in its translation, and where it has none, at the value
   * itself. The language is as {@link dev.tapflow.flow.Text#variants()} has it: "" is the first.
   */
  public Place said(String flow, String language, String... path) {
    var file = files.get(flow);
    return file == null
        ? value(flow, path)
        : Optional.ofNullable(overlays.get(flow))
            .flatMap(it -> it.place(language, written(file.root(), path)))
            .orElseGet(() -> value(flow, path));
  }

  /** As much of the path as is written. */
  private List<String> written(Yaml root, String... path) {
    return List.of(path).subList(0, walk(root, path).steps());
  }

  private record Walk(Yaml key, Yaml value, int steps) {}

  private Walk walk(Yaml root, String... path) {
    var at = new Walk(root, root, 0);
    for (var name : path) {
      var next = next(at, name);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  private Optional<Walk> next(Walk at, String name) {
    if (at.value() instanceof Yaml.Sequence list) {
      return INDEX.matcher(name).matches() && Integer.parseInt(name) < list.items().size()
          ? Optional.of(item(at, list.items().get(Integer.parseInt(name))))
          : Optional.empty();
    }
    if (!(at.value() instanceof Yaml.Mapping map)) {
      return Optional.empty();
    }
    var keys = keysOf.computeIfAbsent(map, SourceMap::keys);
    return Optional.ofNullable(keys.get(name))
        .map(it -> new Walk(it.key(), it.value(), at.steps() + 1));
  }

  /** The first of twins: only that one was read. */
  private static Map<String, Yaml.Pair> keys(Yaml.Mapping map) {
    var keys = new HashMap<String, Yaml.Pair>();
    for (var entry : map.pairs()) {
      if (entry.key() instanceof Yaml.Scalar key) {
        keys.putIfAbsent(key.value(), entry);
      }
    }
    return keys;
  }

  private static Walk item(Walk at, Yaml item) {
    return new Walk(item, item, at.steps() + 1);
  }
}
