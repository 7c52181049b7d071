package dev.tapflow.flow.expression;

import dev.cel.common.values.NullValue;
import dev.tapflow.flow.expression.SimpleTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses what is {@link Simple}. Each method gives null where the rest is more than that. */
final class SimpleParser {

  /** Deeper ones are left to CEL, which has the bound. */
  private static final int NESTING = 6;

  private static final Set<String> RELATIONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private static final Set<String> SUMS = Set.of("+", "-");
  private static final Set<String> PRODUCTS = Set.of("*");

  /** Words of CEL that are no names. */
  private static final Set<String> RESERVED =
      Set.of(
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while",
          "true",
          "false",
          "null");

  private final List<Token> tokens;
  private int at;
  private int depth;

  private SimpleParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Optional<Simple> parse(String source) {
    return SimpleTokens.of(source).flatMap(tokens -> new SimpleParser(tokens).whole());
  }

  private Optional<Simple> whole() {
    var parsed = expression();
    return Optional.ofNullable(at == tokens.size() ? parsed : null);
  }

  private @Nullable Simple expression() {
    depth++;
    var condition = depth > NESTING ? null : or();
    if (condition == null || !takes("?")) {
      depth--;
      return condition;
    }
    var yes = or();
    var no = yes != null && takes(":") ? expression() : null;
    depth--;
    return yes == null || no == null ? null : new Simple.Choice(condition, yes, no);
  }

  private @Nullable Simple or() {
    var left = and();
    while (left != null && takes("||")) {
      var right = and();
      left = right == null ? null : new Simple.Or(left, right);
    }
    return left;
  }

  private @Nullable Simple and() {
    var left = relation();
    while (left != null && takes("&&")) {
      var right = relation();
      left = right == null ? null : new Simple.And(left, right);
    }
    return left;
  }

  private @Nullable Simple relation() {
    var left = sum();
    if (left == null) {
      return null;
    }
    if (takesWord("in")) {
      return in(left);
    }
    var operator = takesOneOf(RELATIONS);
    if (operator == null) {
      return left;
    }
    var right = sum();
    return right == null ? null : new Simple.Comparison(operator, left, right);
  }

  private @Nullable Simple sum() {
    return joined(SUMS, this::product);
  }

  private @Nullable Simple product() {
    return joined(PRODUCTS, this::unary);
  }

  private @Nullable Simple joined(Set<String> operators, Supplier<@Nullable Simple> operand) {
    var left = operand.get();
    for (var operator = takesOneOf(operators);
        left != null && operator != null;
        operator = takesOneOf(operators)) {
      var right = operand.get();
      left = right == null ? null : new Simple.Arithmetic(operator, left, right);
    }
    return left;
  }

  private @Nullable Simple in(Simple value) {
    if (!takes("[")) {
      return null;
    }
    var candidates = new ArrayList<Simple.Literal>();
    do {
      if (!(primary() instanceof Simple.Literal literal)) {
        return null;
      }
      candidates.add(literal);
    } while (takes(","));
    return takes("]") ? new Simple.In(value, List.copyOf(candidates)) : null;
  }

  private @Nullable Simple unary() {
    if (!takes("!")) {
      return primary();
    }
    var operand = primary();
    return operand == null ? null : new Simple.Not(operand);
  }

  private @Nullable Simple primary() {
    if (at == tokens.size()) {
      return null;
    }
    return switch (tokens.get(at++)) {
      case Token.Value(var value) -> new Simple.Literal(value);
      case Token.Word(var word) -> word(word);
      case Token.Sign(var sign) -> sign.equals("(") ? closed(expression()) : null;
    };
  }

  private @Nullable Simple word(String word) {
    return switch (word) {
      case "true" -> new Simple.Literal(true);
      case "false" -> new Simple.Literal(false);
      case "null" -> new Simple.Literal(NullValue.NULL_VALUE);
      case "default" -> takes("(") ? closed(orElse()) : null;
      case "has" -> takes("(") ? closed(has()) : null;
      default -> path(word);
    };
  }

  private @Nullable Simple orElse() {
    var value = expression();
    var otherwise = value != null && takes(",") ? expression() : null;
    return value == null || otherwise == null ? null : new Simple.Default(value, otherwise);
  }

  private @Nullable Simple has() {
    return primary() instanceof Simple.Path path
            && path.segments().size() > 1
            && path.inside().isEmpty()
        ? new Simple.Has(path)
        : null;
  }

  private @Nullable Simple path(String first) {
    var segments = new ArrayList<String>(List.of(first));
    var inside = new ArrayList<Object>();
    while (peeks(".") || peeks("[")) {
      var key = takes(".") ? field() : index();
      if (key == null || RESERVED.contains(key)) {
        return null;
      }
      if (key instanceof String field && inside.isEmpty()) {
        segments.add(field);
      } else {
        inside.add(key);
      }
    }
    return RESERVED.contains(first)
        ? null
        : new Simple.Path(List.copyOf(segments), List.copyOf(inside));
  }

  private @Nullable Object field() {
    return at < tokens.size() && tokens.get(at++) instanceof Token.Word(var word) ? word : null;
  }

  /** A written index; any other is more than simple. */
  private @Nullable Object index() {
    takes("[");
    return at < tokens.size() && tokens.get(at++) instanceof Token.Value(Long index) && takes("]")
        ? index
        : null;
  }

  private @Nullable Simple closed(@Nullable Simple inside) {
    return takes(")") ? inside : null;
  }

  private boolean peeks(String sign) {
    return at < tokens.size() && tokens.get(at).equals(new Token.Sign(sign));
  }

  private boolean takes(String sign) {
    var next = peeks(sign);
    at += next ? 1 : 0;
    return next;
  }

  private @Nullable String takesOneOf(Set<String> operators) {
    return at < tokens.size()
            && tokens.get(at) instanceof Token.Sign(var operator)
            && operators.contains(operator)
            && takes(operator)
        ? operator
        : null;
  }

  private boolean takesWord(String word) {
    var next = at < tokens.size() && tokens.get(at).equals(new Token.Word(word));
    at += next ? 1 : 0;
    return next;
  }
}
