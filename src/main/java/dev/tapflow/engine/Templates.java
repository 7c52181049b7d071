package dev.tapflow.engine;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Outbound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Approved templates in the language nearest to the customer's. */
final class Templates {

  private final Draft draft;

  Templates(Draft draft) {
    this.draft = draft;
  }

  /** The template of a step; empty, and noted, where the bot declares none of that name. */
  Optional<Outbound> of(Step.SendTemplate step) {
    var texts = step.template();
    var values =
        new Outbound.TemplateValues(
            rendered(texts.header()), rendered(texts.body()), rendered(texts.buttons()));
    return named(texts.name(), texts.language().orElseGet(draft::language), values);
  }

  /** The template that asks a customer back; empty where the bot has none. */
  Optional<Outbound> reopening() {
    return draft
        .bot()
        .outsideWindow()
        .flatMap(name -> named(name, draft.language(), Outbound.TemplateValues.none()));
  }

  private Optional<Outbound> named(String name, String language, Outbound.TemplateValues values) {
    var ids = draft.bot().templates().getOrDefault(name, Map.of());
    var chosen = nearest(ids, language);
    if (chosen.isEmpty()) {
      draft.failed(name, "the template has no id in any language");
    }
    return chosen.map(it -> new Outbound.Template(name, it.getKey(), it.getValue(), values));
  }

  private Optional<Map.Entry<String, String>> nearest(Map<String, String> ids, String language) {
    var sorted = new TreeMap<>(ids);
    var base = language.split("[-_]", 2)[0];
    return Stream.concat(
            Stream.of(language, base, draft.bot().defaultLanguage()), sorted.keySet().stream())
        .filter(sorted::containsKey)
        .findFirst()
        .map(found -> Map.entry(found, sorted.get(found)));
  }

  private List<String> rendered(List<Text> texts) {
    var rendering = new Rendering(draft);
    return texts.stream().map(rendering::text).toList();
  }
}
