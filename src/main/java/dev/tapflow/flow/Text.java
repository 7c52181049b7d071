package dev.tapflow.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text with {@code ${…}} in it. What is one insertion and nothing more keeps that value's type.
 */
public record Text(List<Part> parts) {

  public Text {
    parts = List.copyOf(parts);
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
