package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;
import dev.tapflow.flow.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The translations that lie over one file while it is read: whoever reads one of its texts gets it
 * in all languages, and need not know of them.
 */
final class Overlay {

  private final Original original;
  private final List<Layer> layers;

  /** Every text of the file that customers read, by its path. */
  private final Map<List<String>, Text> texts = new LinkedHashMap<>();

  /** Built-in texts in place of which the file could have written its own. */
  private final Set<List<String>> builtIn = new HashSet<>();

  Overlay(Original original, List<Layer> layers) {
    this.original = original;
    this.layers = List.copyOf(layers);
  }

  /** A text of the file as it is said in every language. */
  Text over(Yaml.Scalar scalar, Text text, Page page) {
    var path = original.pathOf(scalar, page.step());
    if (path.isEmpty()) {
      return text;
    }
    var translated = translated(path.get(), text, page);
    texts.put(path.get(), translated);
    return translated;
  }

  /** A built-in text, where the file does not write its own at this path. */
  Text overBuiltIn(List<String> path, Text text, Page page) {
    builtIn.add(path);
    return translated(path, text, page);
  }

  private Text translated(List<String> path, Text text, Page page) {
    var all = text;
    for (var layer : layers) {
      var said = layer.text(path);
      if (said.isPresent()) {
        var parts = page.elsewhere(layer.source(), () -> Texts.written(said.get(), page)).parts();
        all = all.translated(layer.language(), parts);
      }
    }
    return all;
  }

  /** What is understood for an option in other languages. */
  List<String> words(Yaml option, Page page) {
    return original
        .pathOf(option, page.step())
        .map(path -> layers.stream().flatMap(it -> it.words(path).stream()).toList())
        .orElse(List.of());
  }

  /** Where the original at a path is said in a language. */
  Optional<Place> place(String language, List<String> path) {
    return layers.stream()
        .filter(it -> it.language().equals(language))
        .flatMap(it -> it.place(path).stream())
        .findFirst();
  }

  /** How the file is translated to a language; without a file nothing of it is. */
  Translation translation(String flow, String language) {
    var layer = layers.stream().filter(it -> it.language().equals(language)).findFirst();
    var read = new HashSet<>(builtIn);
    read.addAll(texts.keySet());
    return new Translation(
        flow,
        language,
        layer.map(it -> it.source().top()),
        texts.entrySet().stream()
            .map(
                it ->
                    new Translation.Spoken(
                        original.key(it.getKey()), it.getValue(), place(language, it.getKey())))
            .toList(),
        layer.map(it -> it.useless(false, read)).orElse(List.of()),
        layer.map(it -> it.useless(true, read)).orElse(List.of()));
  }
}
