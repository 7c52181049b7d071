package dev.tapflow.flow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An expression that can run. Values are as CEL has them: null is {@link NullValue}. */
interface Program {

  /**
   * @throws Failure where it gives no value
   */
  Object run(Scope scope);

  /** A name, and nothing of CEL. */
  record Name(String name, FieldType type) implements Program {

    @Override
    public Object run(Scope scope) {
      return Values.in(scope.value(name), type);
    }
  }

  /** A name and what is inside of what it holds, by keys and indexes. */
  record Path(Name name, List<Object> keys) implements Program {

    @Override
    public Object run(Scope scope) {
      var value = Values.fittedIn(scope.value(name.name()), name.type());
      for (var key : keys) {
        value = Values.inside(value, key);
      }
      return Values.in(value, FieldType.ANY);
    }
  }

  record Constant(Object value) implements Program {

    @Override
    public Object run(Scope scope) {
      return value;
    }
  }

  /** A whole {@code default(x, y)}; x is evaluated once. */
  record OrElse(Program value, Program otherwise) implements Program {

    @Override
    public Object run(Scope scope) {
      var found = tried(scope);
      return found == null ? otherwise.run(scope) : found;
    }

    private @Nullable Object tried(Scope scope) {
      try {
        var found = value.run(scope);
        return Values.isNull(found) ? null : found;
      } catch (Failure e) {
        return null;
      }
    }
  }

  /** An integer that stands where a number is meant. */
  record Widened(Program value) implements Program {

    @Override
    public Object run(Scope scope) {
      var found = value.run(scope);
      return found instanceof Long number ? (Object) number.doubleValue() : found;
    }
  }

  /** Anything else: a program of CEL, made when it first runs. */
  final class Tree implements Program {

    private final CelAbstractSyntaxTree ast;
    private final Supplier<CelRuntime> runtime;
    private final Function<String, @Nullable FieldType> types;
    private final Failures failures;
    private volatile CelRuntime.@Nullable Program program;

    Tree(
        CelAbstractSyntaxTree ast,
        Supplier<CelRuntime> runtime,
        Function<String, @Nullable FieldType> types,
        Failures failures) {
      this.ast = ast;
      this.runtime = runtime;
      this.types = types;
      this.failures = failures;
    }

    @Override
    public Object run(Scope scope) {
      CelVariableResolver resolver = name -> Optional.of(value(name, scope));
      try {
        return made().eval(resolver);
      } catch (CelEvaluationException e) {
        throw failures.of(e);
      } catch (RuntimeException e) {
        throw Failure.because("something unexpected: " + e.getClass().getSimpleName());
      }
    }

    private Object value(String name, Scope scope) {
      if (name.equals(Resolution.SCOPE)) {
        return scope;
      }
      var type = types.apply(name);
      return Values.in(scope.value(name), type == null ? FieldType.ANY : type);
    }

    /** Made twice where two threads come first at once, which does no harm. */
    private CelRuntime.Program made() throws CelEvaluationException {
      var known = program;
      if (known == null) {
        known = runtime.get().createProgram(ast);
        program = known;
      }
      return known;
    }
  }
}
