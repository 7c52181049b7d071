package dev.tapflow.rehearsal;

import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Scope;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.When;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of a test as the types of what they are for. */
final class Values {

  private final Evaluator evaluator;
  private final Scope scope;

  Values(Evaluator evaluator, Scope scope) {
    this.evaluator = evaluator;
    this.scope = scope;
  }

  /** A value that was read; null where it stands for "unset". */
  record Read(@Nullable Object value) {}

  /** Empty where it cannot be read so. */
  Optional<Read> read(FieldType type, Datum datum) {
    if (!(datum instanceof Datum.Scalar scalar)) {
      var fits = type != FieldType.TEXT && isList(type) == datum instanceof Datum.Items;
      return fits || type == FieldType.ANY
          ? Optional.of(new Read(Json.of(datum)))
          : Optional.empty();
    }
    if (scalar.text().asLiteral().isEmpty()) {
      return Optional.of(new Read(inserted(scalar.text())));
    }
    if (!scalar.quoted() && scalar.written().strip().equals("null")) {
      return Optional.of(new Read(null));
    }
    try {
      return Optional.of(new Read(literal(type, scalar.text().literalText())));
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /** What the text comes out as: one insertion and nothing more keeps its type. */
  @Nullable Object inserted(Text text) {
    var single = text.asSingleExpression();
    if (single.isPresent()) {
      return value(new Text.Part.Inserted(single.get()));
    }
    var rendered = new StringBuilder();
    for (var part : text.parts()) {
      var value = value(part);
      rendered.append(value == null ? "" : evaluator.render(value, scope));
    }
    return rendered.toString();
  }

  private @Nullable Object value(Text.Part part) {
    return switch (part) {
      case Text.Part.Literal(var literal) -> literal;
      case Text.Part.Inserted(var expression) ->
          switch (evaluator.evaluate(expression, scope)) {
            case Evaluator.Outcome.Value(var value) -> value;
            case Evaluator.Outcome.Failed _, Evaluator.Outcome.Bounded _ -> null;
          };
    };
  }

  /** Whether this is one way to write the value: as a customer reads it, or as data. */
  boolean writes(String written, Object value) {
    return written.equals(data(value)) || written.equals(evaluator.render(value, scope));
  }

  private static String data(Object value) {
    return switch (value) {
      case LocalTime time when time.getSecond() == 0 -> time.toString();
      case Instant instant -> instant.toString();
      default -> value.toString();
    };
  }

  private static boolean isList(FieldType type) {
    return type == FieldType.LIST;
  }

  private Object literal(FieldType type, String written) {
    var word = written.strip();
    return switch (type) {
      case TEXT, ANY -> written;
      case NUMBER -> finite(word);
      case INTEGER -> Long.valueOf(word);
      case BOOLEAN -> truth(word);
      case DATE -> LocalDate.parse(word);
      case TIME -> LocalTime.parse(word);
      case DATETIME ->
          When.parse(word)
              .map(it -> it.in(scope.zone()))
              .orElseThrow(() -> new NumberFormatException("no moment"));
      case LIST, MAP -> throw new NumberFormatException("not of the field's type");
    };
  }

  private static double finite(String text) {
    var number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException("no number");
    }
    return number;
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new NumberFormatException("neither true nor false");
    };
  }

  /** For the comparisons of a case. */
  Likeness likeness() {
    return new Likeness(
        new Likeness.Spelling() {
          @Override
          public @Nullable Object told(Datum.Scalar scalar) {
            return scalar.text().asLiteral().isPresent()
                ? scalar.text().literalText()
                : inserted(scalar.text());
          }

          @Override
          public boolean writes(String written, Object value) {
            return Values.this.writes(written, value);
          }
        });
  }

  /** A value by its name, as a sentence about it begins. */
  static String told(String name, Datum datum) {
    return name + ": " + Likeness.shown(datum);
  }

  /** Without what is unset. */
  static Map<String, Object> set(Map<String, @Nullable Object> values) {
    var set = new java.util.HashMap<String, Object>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            set.put(name, value);
          }
        });
    return set;
  }

  static List<String> tags(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
        : value == null ? List.of() : List.of(value.toString());
  }
}
