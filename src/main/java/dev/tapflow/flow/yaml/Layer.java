package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One translation, laid over the file it translates: its lines by the paths of the originals. */
final class Layer {

  /** Keys that say what a flow does. Where a step has none of them, a translation adds none. */
  private static final Set<String> LOGIC =
      Set.of(
          "goto",
          "next",
          "save",
          "if",
          "set",
          "value",
          "tries",
          "after",
          "type",
          "as",
          "matches",
          "hidden",
          "commands",
          "on_error",
          "returns",
          "words");

  private final TranslationName name;
  private final Page page;
  private final Map<List<String>, Line> texts = new LinkedHashMap<>();
  private final Map<List<String>, Line> words = new LinkedHashMap<>();

  /** A line and whether the original has something where it belongs. */
  private record Line(Said said, boolean hasOriginal) {}

  Layer(TranslationName name, Page page, List<Said> lines, Original original) {
    this.name = name;
    this.page = page;
    lines.stream().filter(it -> !it.isBlank()).forEach(it -> place(it, original));
  }

  private void place(Said line, Original original) {
    boolean isOfWords = line.key().size() > 1 && line.key().getLast().equals(Said.ALSO);
    var part =
        isOfWords
            ? original.findOption(line.key().subList(0, line.key().size() - 1))
            : original.find(line.key());
    var path = part.map(Original.Part::path).orElse(line.key());
    var before = (isOfWords ? words : texts).putIfAbsent(path, new Line(line, part.isPresent()));
    if (before != null) {
      page.error(
          "duplicate-key",
          line.at(),
          "\"%s\" translates what \"%s\" does already"
              .formatted(line.written(), before.said().written()));
    }
  }

  String language() {
    return name.language();
  }

  Source source() {
    return page.source();
  }

  /** What is said for the original at a path. */
  Optional<Yaml.Scalar> text(List<String> path) {
    return Optional.ofNullable(texts.get(path))
        .flatMap(
            it ->
                it.said().value() instanceof Yaml.Scalar said
                    ? Optional.of(said)
                    : Optional.empty());
  }

  /** What is understood for the option at a path. */
  List<String> words(List<String> path) {
    return Optional.ofNullable(words.get(path)).stream()
        .flatMap(it -> Scalars.list(it.said().value(), Said.ALSO, page).stream())
        .flatMap(it -> Scalars.word(it, Said.ALSO, page).stream())
        .toList();
  }

  /**
   * Lines that are of no use.
   *
   * @param logic those for what is no text, or those for what is not there
   * @param read the paths of all texts
   */
  List<Translation.Line> useless(boolean logic, Set<List<String>> read) {
    var unread =
        texts.entrySet().stream()
            .filter(it -> !read.contains(it.getKey()))
            .map(Map.Entry::getValue);
    var unplaced = words.values().stream().filter(it -> !it.hasOriginal());
    return Stream.concat(unread, unplaced)
        .filter(it -> isLogic(it) == logic)
        .map(it -> new Translation.Line(it.said().written(), source().start(it.said().at())))
        .toList();
  }

  private static boolean isLogic(Line line) {
    return line.hasOriginal() || LOGIC.contains(line.said().key().getLast());
  }

  /** Where the original at a path is said. */
  Optional<Place> place(List<String> path) {
    return text(path).map(source()::start);
  }
}
