package dev.tapflow.flow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A text with {@code ${…}} in it. What is one insertion and nothing more keeps that value's type.
 *
 * @param parts in the first language
 * @param translations in others, by language
 */
public record Text(List<Part> parts, Map<String, List<Part>> translations) {

  public Text {
    parts = List.copyOf(parts);
    translations = Map.copyOf(translations);
  }

  /** A text in the first language only. */
  public Text(List<Part> parts) {
    this(parts, Map.of());
  }

  /** The same text, said so in another language too. */
  public Text translated(String language, List<Part> parts) {
    var more = new HashMap<>(translations);
    more.put(language, List.copyOf(parts));
    return new Text(this.parts, more);
  }

  /** As it is said in a language: of {@code fr-CA} else in {@code fr}, else in the first. */
  public List<Part> in(String language) {
    if (translations.isEmpty()) {
      return parts;
    }
    // WhatsApp writes en_US where everybody else writes en-US
    var tag = language.replace('_', '-');
    var base = tag.split("-", 2)[0];
    return translations.getOrDefault(tag, translations.getOrDefault(base, parts));
  }

  /** This text in each language it is written in; the first language's is under "". */
  public SequencedMap<String, Text> variants() {
    var variants = new LinkedHashMap<String, Text>();
    variants.put("", translations.isEmpty() ? this : new Text(parts));
    new TreeMap<>(translations).forEach((language, said) -> variants.put(language, new Text(said)));
    return variants;
  }

  /** A piece of a text. */
  public sealed interface Part {

    record Literal(String text) implements Part {}

    record Inserted(Expression expression) implements Part {}
  }

  public static Text literal(String text) {
    return new Text(text.isEmpty() ? List.of() : List.of(new Part.Literal(text)));
  }

  /** The literal, where nothing is inserted. */
  public Optional<String> asLiteral() {
    return parts.stream().allMatch(Part.Literal.class::isInstance)
        ? Optional.of(literalText())
        : Optional.empty();
  }

  /** The expression, where the text is one insertion and nothing more. */
  public Optional<Expression> asSingleExpression() {
    return parts.size() == 1 && parts.getFirst() instanceof Part.Inserted(var expression)
        ? Optional.of(expression)
        : Optional.empty();
  }

  /** Only what is written, without the insertions: at least this much will be sent. */
  public String literalText() {
    return parts.stream()
        .map(part -> part instanceof Part.Literal(var text) ? text : "")
        .collect(Collectors.joining());
  }
}
