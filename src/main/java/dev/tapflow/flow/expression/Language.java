package dev.tapflow.flow.expression;

import com.google.common.base.Suppliers;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.tapflow.flow.AnswerReader;
import java.util.Map;
import java.util.function.Supplier;

/**
 * CEL as Tapflow speaks it. The checker is needed at load, the runtime only with the first
 * expression that runs: each loads a good deal of classes, so neither is built before it is needed.
 */
final class Language {

  private final CelOptions options;
  private final Supplier<Functions> functions;

  Language(Bounds bounds, AnswerReader answers, Patterns patterns) {
    this.functions = Suppliers.memoize(() -> functions(bounds, answers, patterns));
    this.options =
        CelOptions.current()
            .evaluateCanonicalTypesToNativeValues(true)
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(bounds.sourceLength())
            .maxParseRecursionDepth(bounds.nesting())
            .comprehensionMaxIterations(bounds.iterations())
            .build();
  }

  CelOptions options() {
    return options;
  }

  Functions functions() {
    return functions.get();
  }

  private static Functions functions(Bounds bounds, AnswerReader answers, Patterns patterns) {
    var functions = new Functions();
    NumberFunctions.addTo(functions, bounds);
    TextFunctions.addTo(functions, answers, patterns, bounds);
    Growth.addTo(functions, bounds);
    DayFunctions.addTo(functions);
    ValueFunctions.addTo(functions);
    return functions;
  }

  /** Checks a tree whose names are already identifiers of these types. */
  CelValidationResult check(CelAbstractSyntaxTree tree, Map<String, CelType> names) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .addLibraries(
                CelExtensions.strings(), CelExtensions.math(options), CelExtensions.lists())
            .addFunctionDeclarations(functions().declarations())
            .addVar(Resolution.UNKNOWN, SimpleType.DYN)
            .addVar(Resolution.SCOPE, Types.SCOPE);
    names.forEach(builder::addVar);
    return builder.build().check(tree);
  }

  /** Parses and checks something, so that all of it is loaded. */
  void load() {
    var parsed = new Syntax.Reader(Bounds.BUILT_IN, options).parse("[1].map(x, x) == [1 + 1]");
    if (parsed instanceof Syntax.Tree(var ast)) {
      check(ast, Map.of());
    }
  }

  CelRuntime runtime() {
    return CelRuntimeFactory.standardCelRuntimeBuilder()
        .setOptions(options)
        .setStandardEnvironmentEnabled(false)
        .setStandardFunctions(StandardFunctions.ofCel())
        .addLibraries(
            StandardFunctions.ofTexts(), CelExtensions.math(options), CelExtensions.lists())
        .addFunctionBindings(functions().bindings())
        .build();
  }
}
