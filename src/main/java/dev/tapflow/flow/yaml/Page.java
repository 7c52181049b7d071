package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One file while it is read: here is put down what is wrong, named or evaluated in it. */
final class Page {

  private final String flow;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<PlacedExpression> expressions = new ArrayList<>();
  private final List<PlacedPattern> patterns = new ArrayList<>();
  private Source source;
  private String step = "";
  private Optional<String> item = Optional.empty();
  private @Nullable Overlay overlay;

  /**
   * @param flow the flow that is read; empty for bot.yaml
   */
  Page(Source source, String flow) {
    this.source = source;
    this.flow = flow;
  }

  /** From here on, what is read belongs to this step. */
  void enter(String name) {
    step = name;
  }

  /** Reads something that sees one element of a list under this name. */
  <T> T seeing(String element, Supplier<T> read) {
    item = Optional.of(element);
    try {
      return read.get();
    } finally {
      item = Optional.empty();
    }
  }

  /** The step that is read; empty outside of all. */
  String step() {
    return step;
  }

  /** From here on, texts are read with their translations. */
  void lay(Overlay translations) {
    overlay = translations;
  }

  Optional<Overlay> overlay() {
    return Optional.ofNullable(overlay);
  }

  /** Reads something of the same step that is written in another file. */
  <T> T elsewhere(Source other, Supplier<T> read) {
    var here = source;
    source = other;
    try {
      return read.get();
    } finally {
      source = here;
    }
  }

  String flow() {
    return flow;
  }

  Source source() {
    return source;
  }

  void error(String code, Yaml at, String message) {
    error(code, source.start(at), message);
  }

  void error(String code, Place at, String message) {
    add(Finding.Severity.ERROR, code, at, message);
  }

  void warning(String code, Place at, String message) {
    add(Finding.Severity.WARNING, code, at, message);
  }

  private void add(Finding.Severity severity, String code, Place at, String message) {
    findings.add(new Finding(severity, code, at, message, source.line(at.line())));
  }

  void refer(Reference.Kind kind, String name, Yaml at) {
    references.add(new Reference(kind, name, source.start(at)));
  }

  /** Puts an expression down that begins at an offset (in code points) of a scalar's value. */
  Expression expression(String code, Role role, Yaml.Scalar in, int offset) {
    var expression = new Expression(code);
    var occurrence = new Occurrence(expression, role, flow, step, item);
    expressions.add(new PlacedExpression(occurrence, new Spot(source, in, offset)));
    return expression;
  }

  void pattern(String pattern, Yaml.Scalar in) {
    patterns.add(new PlacedPattern(pattern, source.start(in)));
  }

  boolean hasErrors() {
    return findings.stream().anyMatch(it -> it.severity() == Finding.Severity.ERROR);
  }

  List<Finding> findings() {
    return findings;
  }

  List<Reference> references() {
    return references;
  }

  List<PlacedExpression> expressions() {
    return expressions;
  }

  List<PlacedPattern> patterns() {
    return patterns;
  }
}
