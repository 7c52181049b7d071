package dev.tapflow.flow.yaml;

import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads how a channel knows the approved templates, by language: Octopods by a number for each, the
 * Cloud API by one name.
 */
final class TemplateIdsReader {

  private static final Pattern OCTOPODS_ID = Pattern.compile("[1-9]\\d{0,17}");

  /** Meta's rule: "Template name can only have lowercase letters, numbers and underscores". */
  private static final Pattern CLOUD_NAME = Pattern.compile("[a-z0-9_]{1,512}");

  private static final String NAME = "name";
  private static final String LANGUAGES = "languages";

  private static final Vocabulary BY_NUMBER =
      Vocabulary.of("A template")
          .others(Naming.LANGUAGE, Scalar.WORD, "Octopods' number of it in this language.");
  private static final Vocabulary BY_NAME =
      Vocabulary.of("A template")
          .must(NAME, Scalar.WORD, "Its name at Meta.")
          .must(LANGUAGES, Kind.oneOrMore(Scalar.WORD), "The languages it is approved in.");

  static final Kind KIND =
      Kind.named(Naming.NAME, Kind.either(Kind.keys(BY_NUMBER), Kind.keys(BY_NAME)));

  private final Page page;

  private TemplateIdsReader(Page page) {
    this.page = page;
  }

  static Map<String, Map<String, String>> read(Yaml node, Page page) {
    var reader = new TemplateIdsReader(page);
    var templates = new LinkedHashMap<String, Map<String, String>>();
    for (var entry : Entry.of(node, "templates by name", page)) {
      if (Names.isName(entry, "a template", page)) {
        templates.put(entry.key(), reader.ids(entry));
      }
    }
    return templates;
  }

  private Map<String, String> ids(Entry template) {
    boolean byName =
        template.value() instanceof Yaml.Mapping map
            && map.pairs().stream()
                .anyMatch(
                    it ->
                        it.key() instanceof Yaml.Scalar key
                            && BY_NAME.known().contains(key.value()));
    return byName ? byName(Fields.of(template, BY_NAME, page)) : byNumber(template);
  }

  private Map<String, String> byName(Fields fields) {
    var ids = new LinkedHashMap<String, String>();
    var name = fields.scalar(NAME);
    name.ifPresent(it -> check(CLOUD_NAME, it, "a name of a-z, 0-9 and _"));
    for (var language : fields.scalars(LANGUAGES).orElse(List.of())) {
      if (isLanguage(language)) {
        name.ifPresent(it -> ids.put(language.value().strip(), it.value().strip()));
      }
    }
    return ids;
  }

  private Map<String, String> byNumber(Entry template) {
    var ids = new LinkedHashMap<String, String>();
    for (var entry : Entry.of(template.value(), "\"language: id\", such as { en: 5512 }", page)) {
      var id = Scalars.scalar(entry.value(), entry.key(), page);
      id.ifPresent(it -> check(OCTOPODS_ID, it, "Octopods' number of the template"));
      if (isLanguage(entry.keyNode())) {
        id.ifPresent(it -> ids.put(entry.key(), it.value().strip()));
      }
    }
    if (template.value() instanceof Yaml.Mapping map && map.pairs().isEmpty()) {
      page.error(
          "missing-key", template.keyNode(), "A template needs its number in a language: en: 5512");
    }
    return ids;
  }

  /** As the channel writes it: Meta's codes have an underscore. */
  private boolean isLanguage(Yaml.Scalar scalar) {
    return Languages.tagOfCode(scalar.value().strip()).isPresent()
        || LanguagesReader.language(scalar, page).isPresent();
  }

  private void check(Pattern pattern, Yaml.Scalar scalar, String expected) {
    if (!pattern.matcher(scalar.value().strip()).matches()) {
      page.error(
          "bad-value", scalar, "Expected %s, but got \"%s\"".formatted(expected, scalar.value()));
    }
  }
}
