package dev.tapflow.flow.expression;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.tapflow.flow.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Types of what is {@link Simple}, as CEL's checker gives them. Empty where something is wrong, or
 * not decided as easily: then CEL's checker says what it is.
 */
final class SimpleCheck {

  /** What can be ordered. */
  private static final Set<CelKind> ORDERED =
      Set.of(CelKind.STRING, CelKind.TIMESTAMP, CelKind.OPAQUE);

  private static final Set<CelKind> KNOWN =
      Set.of(
          CelKind.STRING,
          CelKind.INT,
          CelKind.DOUBLE,
          CelKind.BOOL,
          CelKind.TIMESTAMP,
          CelKind.LIST,
          CelKind.MAP);

  private final Names names;
  private final Bounds bounds;

  SimpleCheck(Names names, Bounds bounds) {
    this.names = names;
    this.bounds = bounds;
  }

  private record Typed(CelType type, Program program) {

    CelKind kind() {
      return Types.bare(type).kind();
    }

    boolean isOrdered() {
      return ORDERED.contains(kind());
    }

    boolean isKnown() {
      return KNOWN.contains(kind());
    }

    boolean isNumber() {
      return kind() == CelKind.INT || kind() == CelKind.DOUBLE;
    }
  }

  Optional<Checked> check(Simple simple) {
    return typed(simple).map(found -> Checked.good(found.type(), found.program(), Set.of()));
  }

  private Optional<Typed> typed(Simple simple) {
    return switch (simple) {
      case Simple.Literal(var value) ->
          Optional.of(new Typed(typeOf(value), new Program.Constant(value)));
      case Simple.Path path -> path(path);
      case Simple.Has(var path) ->
          path(path).map(found -> condition(new SimplePrograms.IsSet(found.program())));
      case Simple.Not(var operand) ->
          truth(operand).map(found -> condition(new SimplePrograms.Not(found)));
      case Simple.And(var left, var right) ->
          both(truth(left), truth(right), SimplePrograms.And::new);
      case Simple.Or(var left, var right) ->
          both(truth(left), truth(right), SimplePrograms.Or::new);
      case Simple.Comparison comparison -> comparison(comparison);
      case Simple.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Simple.In(var value, var candidates) -> in(value, candidates);
      case Simple.Default(var value, var otherwise) ->
          typed(value).flatMap(one -> typed(otherwise).flatMap(other -> orElse(one, other)));
      case Simple.Choice choice -> choice(choice);
    };
  }

  private static CelType typeOf(Object literal) {
    return switch (literal) {
      case String _ -> SimpleType.STRING;
      case Long _ -> SimpleType.INT;
      case Double _ -> SimpleType.DOUBLE;
      case Boolean _ -> SimpleType.BOOL;
      case NullValue _ -> SimpleType.NULL_TYPE;
      default -> throw new IllegalStateException("There is no such literal");
    };
  }

  private Optional<Typed> path(Simple.Path path) {
    var segments = path.segments();
    var declared = names.declared(segments);
    if (declared == 0) {
      return Optional.empty();
    }
    var name = String.join(".", segments.subList(0, declared));
    var type = names.type(name);
    if (type == null) {
      throw new IllegalStateException("A declared name has no type: " + name);
    }
    var program = new Program.Name(name, type);
    var inside = new ArrayList<Object>(segments.subList(declared, segments.size()));
    inside.addAll(path.inside());
    if (inside.isEmpty()) {
      return Optional.of(new Typed(Types.declared(type), program));
    }
    return holds(type, inside.getFirst())
        ? Optional.of(new Typed(SimpleType.DYN, new Program.Path(program, List.copyOf(inside))))
        : Optional.empty();
  }

  private static boolean holds(FieldType type, Object key) {
    return switch (type) {
      case ANY -> true;
      case MAP -> key instanceof String;
      case LIST -> key instanceof Long;
      case TEXT, NUMBER, INTEGER, BOOLEAN, DATE, TIME, DATETIME -> false;
    };
  }

  private Optional<Program> truth(Simple operand) {
    return typed(operand).filter(found -> found.kind() == CelKind.BOOL).map(Typed::program);
  }

  private interface Joined {
    Program of(Program left, Program right);
  }

  private static Optional<Typed> both(
      Optional<Program> left, Optional<Program> right, Joined joined) {
    return left.flatMap(one -> right.map(other -> condition(joined.of(one, other))));
  }

  private static Typed condition(Program program) {
    return new Typed(SimpleType.BOOL, program);
  }

  private Optional<Typed> comparison(Simple.Comparison comparison) {
    var left = typed(comparison.left());
    var right = typed(comparison.right());
    if (left.isEmpty()
        || right.isEmpty()
        || !compares(comparison.operator(), left.get(), right.get())) {
      return Optional.empty();
    }
    return Optional.of(
        condition(
            SimplePrograms.comparison(
                comparison.operator(), left.get().program(), right.get().program())));
  }

  private static boolean compares(String operator, Typed left, Typed right) {
    if (operator.equals("==") || operator.equals("!=")) {
      return Types.comparable(left.type(), right.type());
    }
    return (left.isNumber() && right.isNumber())
        || (left.isOrdered() && Types.bare(left.type()).equals(Types.bare(right.type())))
        || (left.kind() == CelKind.DYN && (right.isNumber() || right.isOrdered()))
        || (right.kind() == CelKind.DYN && (left.isNumber() || left.isOrdered()));
  }

  private Optional<Typed> arithmetic(Simple.Arithmetic arithmetic) {
    var left = typed(arithmetic.left());
    var right = typed(arithmetic.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    var one = left.get();
    var other = right.get();
    var operator = arithmetic.operator();
    if (one.isNumber() && other.isNumber()) {
      var whole = one.kind() == CelKind.INT && other.kind() == CelKind.INT;
      var program = new SimplePrograms.Arithmetic(operator, one.program(), other.program());
      return Optional.of(new Typed(whole ? SimpleType.INT : SimpleType.DOUBLE, program));
    }
    var texts = one.kind() == CelKind.STRING && other.kind() == CelKind.STRING;
    return texts && operator.equals("+")
        ? Optional.of(
            new Typed(
                SimpleType.STRING,
                new SimplePrograms.Joined(bounds, one.program(), other.program())))
        : Optional.empty();
  }

  private Optional<Typed> in(Simple value, List<Simple.Literal> candidates) {
    var kinds = candidates.stream().map(literal -> typeOf(literal.value())).distinct().toList();
    return typed(value)
        .filter(_ -> kinds.size() == 1 && Types.comparable(kinds.getFirst(), kinds.getFirst()))
        .filter(found -> Types.comparable(found.type(), kinds.getFirst()))
        .map(
            found ->
                condition(
                    new SimplePrograms.In(
                        found.program(), candidates.stream().map(Simple.Literal::value).toList())));
  }

  /** Two values of no common type can be either. */
  private static Optional<Typed> orElse(Typed value, Typed otherwise) {
    var unlike = value.isKnown() && otherwise.isKnown() && value.kind() != otherwise.kind();
    return common(value, otherwise)
        .or(() -> Optional.<CelType>of(SimpleType.DYN).filter(_ -> unlike))
        .map(type -> new Typed(type, new Program.OrElse(side(type, value), side(type, otherwise))));
  }

  private Optional<Typed> choice(Simple.Choice choice) {
    var condition = truth(choice.condition());
    var yes = typed(choice.yes());
    var no = typed(choice.no());
    if (condition.isEmpty() || yes.isEmpty() || no.isEmpty()) {
      return Optional.empty();
    }
    return common(yes.get(), no.get())
        .map(
            type ->
                new Typed(
                    type,
                    new SimplePrograms.Choice(
                        condition.get(), side(type, yes.get()), side(type, no.get()))));
  }

  /** Of two texts, of two numbers, of two conditions; anything else is CEL's to decide. */
  private static Optional<CelType> common(Typed one, Typed other) {
    if (one.isNumber() && other.isNumber()) {
      return Optional.of(
          NullableType.create(
              one.kind() == other.kind() ? Types.bare(one.type()) : SimpleType.DOUBLE));
    }
    return one.kind() == other.kind()
            && (one.kind() == CelKind.STRING || one.kind() == CelKind.BOOL)
        ? Optional.of(NullableType.create(Types.bare(one.type())))
        : Optional.empty();
  }

  private static Program side(CelType type, Typed side) {
    return Types.bare(type).kind() == CelKind.DOUBLE && side.kind() == CelKind.INT
        ? new Program.Widened(side.program())
        : side.program();
  }
}
