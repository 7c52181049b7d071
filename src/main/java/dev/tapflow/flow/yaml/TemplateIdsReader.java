package dev.tapflow.flow.yaml;

import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads which approved template has which id in which language. */
final class TemplateIdsReader {

  private static final Pattern OCTOPODS_ID = Pattern.compile("[1-9]\\d{0,17}");

  private static final Vocabulary TEMPLATE =
      Vocabulary.of("A template")
          .others(Naming.LANGUAGE, Scalar.WORD, "The channel's id of it in this language.");

  static final Kind KIND = Kind.named(Naming.NAME, Kind.keys(TEMPLATE));

  private TemplateIdsReader() {}

  static Map<String, Map<String, String>> read(Yaml node, Page page) {
    var templates = new LinkedHashMap<String, Map<String, String>>();
    for (var entry : Entry.of(node, "templates by name", page)) {
      if (Names.isName(entry, "a template", page)) {
        templates.put(entry.key(), ids(entry, page));
      }
    }
    return templates;
  }

  private static Map<String, String> ids(Entry template, Page page) {
    var ids = new LinkedHashMap<String, String>();
    for (var entry : Entry.of(template.value(), "\"language: id\", such as { en: 5512 }", page)) {
      if (entry.key().equals("name") || entry.key().equals("languages")) {
        page.error(
            "not-supported",
            entry.keyNode(),
            "Templates of the Cloud API (\"%s\") are not supported yet by this version"
                .formatted(entry.key()));
      } else {
        id(entry, page, ids);
      }
    }
    return ids;
  }

  private static void id(Entry entry, Page page, Map<String, String> ids) {
    Scalars.scalar(entry.value(), entry.key(), page)
        .ifPresent(
            it -> {
              if (!OCTOPODS_ID.matcher(it.value().strip()).matches()) {
                page.error(
                    "bad-value",
                    it,
                    "Expected Octopods' number of the template, but got \"%s\""
                        .formatted(it.value()));
              }
              ids.put(entry.key(), it.value().strip());
            });
  }
}
