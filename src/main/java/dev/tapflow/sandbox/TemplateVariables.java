package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapflow.sandbox.Template.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The values for a template's placeholders. Octopods' pages describe three shapes, and all three
 * are taken: a list and an object by position, for a template that has placeholders in its body
 * only, and an object of lists by section.
 */
sealed interface TemplateVariables {

  /** In the right shape; whether they are as many as the template wants is not said yet. */
  record Read(Map<Section, List<String>> bySection) implements TemplateVariables {

    List<String> of(Section section) {
      return bySection.getOrDefault(section, List.of());
    }
  }

  record Unreadable(Refusal refusal) implements TemplateVariables {}

  static TemplateVariables read(Part variables, Template template) {
    if (variables.isMissing()) {
      return isWanted(template) ? new Unreadable(Refusal.missing(variables)) : new Read(Map.of());
    }
    var node = variables.node();
    if (node.isArray()) {
      return ofBody(variables, template);
    }
    if (!node.isObject()) {
      return unreadable("a list or an object");
    }
    return isByPosition(node) ? byPosition(node, template) : bySection(node);
  }

  private static boolean isWanted(Template template) {
    return Set.of(Section.values()).stream().anyMatch(s -> template.placeholders(s) > 0);
  }

  private static boolean isBodyOnly(Template template) {
    return Set.of(Section.HEADER, Section.FOOTER, Section.BUTTONS).stream()
        .allMatch(section -> template.placeholders(section) == 0);
  }

  private static TemplateVariables ofBody(Part list, Template template) {
    if (!isBodyOnly(template)) {
      return unreadable("an object of lists by section, for not only the body has variables");
    }
    return textsOf(list.node())
        .<TemplateVariables>map(texts -> new Read(Map.of(Section.BODY, texts)))
        .orElseGet(() -> unreadable("a list of texts"));
  }

  private static boolean isByPosition(JsonNode node) {
    return !node.isEmpty()
        && node.properties().stream().allMatch(entry -> entry.getKey().matches("[1-9]\\d?"));
  }

  private static TemplateVariables byPosition(JsonNode node, Template template) {
    boolean withoutGaps =
        IntStream.rangeClosed(1, node.size())
            .allMatch(i -> node.path(Integer.toString(i)).isTextual());
    if (!withoutGaps || !isBodyOnly(template)) {
      return unreadable("texts by position from 1 on, for a template with variables in its body");
    }
    var texts =
        IntStream.rangeClosed(1, node.size())
            .mapToObj(i -> node.path(Integer.toString(i)).asText())
            .toList();
    return new Read(Map.of(Section.BODY, texts));
  }

  private static TemplateVariables bySection(JsonNode node) {
    var read = new EnumMap<Section, List<String>>(Section.class);
    for (var entry : node.properties()) {
      var section = sectionOf(entry.getKey());
      var texts = textsOf(entry.getValue());
      if (section.isEmpty() || texts.isEmpty()) {
        return unreadable("an object of the lists header, body, footer and buttons");
      }
      read.put(section.get(), texts.get());
    }
    return new Read(Map.copyOf(read));
  }

  private static Optional<Section> sectionOf(String word) {
    return Set.of(Section.values()).stream().filter(s -> s.word().equals(word)).findFirst();
  }

  private static Optional<List<String>> textsOf(JsonNode list) {
    boolean fits = list.isArray() && list.valueStream().allMatch(JsonNode::isTextual);
    return fits ? Optional.of(list.valueStream().map(JsonNode::asText).toList()) : Optional.empty();
  }

  private static Unreadable unreadable(String expected) {
    return new Unreadable(Refusal.variablesShape(expected));
  }
}
