package dev.tapflow.flow.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The translations of a folder: composed before what they translate is read. */
final class TranslationFiles {

  /** One file; without a root it could not be read, and a finding says why. */
  private record Opened(TranslationName name, Page page, Optional<Yaml> root) {

    Optional<Layer> over(Original original) {
      return root.map(lines -> new Layer(name, page, Said.allOf(lines, page), original));
    }
  }

  private final List<Opened> files = new ArrayList<>();
  private final Map<String, Overlay> overlays = new HashMap<>();

  private TranslationFiles() {}

  static TranslationFiles open(SortedMap<String, String> texts) {
    var translations = new TranslationFiles();
    texts.forEach(
        (file, text) ->
            TranslationName.of(FolderReader.nameOf(file))
                .ifPresent(name -> translations.open(name, FolderReader.source(file, text))));
    return translations;
  }

  private void open(TranslationName name, Source source) {
    var page = new Page(source, SourceMap.BOT);
    files.add(new Opened(name, page, Document.compose(page)));
  }

  List<Page> pages() {
    return files.stream().map(Opened::page).toList();
  }

  /** From here on, the texts of bot.yaml are read with what is said for them. */
  void layBot(Page page, Yaml root) {
    lay(page, new Original(root, false));
  }

  /** The same for a flow; where there is one language, nothing lies over it. */
  void layFlow(Page page, Yaml root, List<String> languages) {
    if (languages.size() > 1 || of(page.flow()).findAny().isPresent()) {
      lay(page, new Original(root, true));
    }
  }

  private void lay(Page page, Original original) {
    var layers = of(page.flow()).flatMap(it -> it.over(original).stream()).toList();
    var overlay = new Overlay(original, layers);
    overlays.put(page.flow(), overlay);
    page.lay(overlay);
  }

  private Stream<Opened> of(String flow) {
    return files.stream().filter(it -> it.name().flow().equals(flow));
  }

  /** What each file says in each language but the first. */
  List<Translation> translations(List<String> languages) {
    return overlays.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            it ->
                languages.stream()
                    .skip(1)
                    .map(language -> it.getValue().translation(it.getKey(), language)))
        .toList();
  }

  Map<String, Overlay> overlays() {
    return overlays;
  }

  /** A translation of nothing, or to a language that nobody speaks here, is never said. */
  void check(List<String> languages, Collection<String> flows) {
    for (var file : files) {
      var flow = file.name().flow();
      if (!flows.contains(flow)) {
        report(file, "unknown-flow", missing(flow) + Suggestion.of(flow, flows));
      } else if (!languages.contains(file.name().language())) {
        report(file, "unknown-language", undeclared(file.name().language()));
      } else if (languages.getFirst().equals(file.name().language())) {
        report(file, "unknown-language", first(languages.getFirst()));
      }
    }
  }

  private static void report(Opened file, String code, String message) {
    file.page().error(code, file.page().source().top(), message);
  }

  private static String missing(String flow) {
    return flow.equals(SourceMap.BOT)
        ? "There is no bot.yaml that this could translate"
        : "There is no flow \"%s\" that this could translate".formatted(flow);
  }

  private static String undeclared(String language) {
    return "\"languages\" of bot.yaml does not name \"%s\"; add it there".formatted(language);
  }

  private static String first(String language) {
    return "\"%s\" is the first of \"languages\": its texts stand in the file itself"
        .formatted(language);
  }
}
