package dev.tapflow.rehearsal;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.expression.ExpressionCompiler;
import dev.tapflow.flow.yaml.PlacedExpression;
import dev.tapflow.flow.yaml.ReadTests;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks the insertions and patterns of a file of tests, and makes the insertions run. */
final class TestExpressions {

  private final ExpressionCompiler compiler;
  private final Release release;

  TestExpressions(ExpressionCompiler compiler, Release release) {
    this.compiler = compiler;
    this.release = release;
  }

  /** What is wrong with them; and the release, with those of the tests added. */
  record Checked(List<Finding> findings, Release release) {}

  Checked check(ReadTests read, String text) {
    var findings = new ArrayList<Finding>();
    for (var pattern : read.patterns()) {
      compiler
          .checkPattern(pattern.pattern())
          .ifPresent(why -> findings.add(error("bad-pattern", pattern.place(), why, text)));
    }
    if (read.expressions().isEmpty()) {
      return new Checked(findings, release);
    }
    var occurrences =
        read.expressions().stream().map(PlacedExpression::occurrence).distinct().toList();
    var compiled = compiler.compile(release.bot(), release.flows().values(), occurrences);
    for (var problem : compiled.problems()) {
      read.expressions().stream()
          .filter(it -> it.occurrence().equals(problem.occurrence()))
          .forEach(
              it ->
                  findings.add(
                      error(problem.code(), it.place(problem.offset()), problem.message(), text)));
    }
    var expressions =
        occurrences.stream().map(Occurrence::expression).collect(Collectors.<Expression>toSet());
    var overlay = new Overlay(release.evaluator(), compiled.evaluator(), expressions);
    return new Checked(
        findings,
        new Release(release.id(), release.bot(), release.flows(), overlay, release.answers()));
  }

  private static Finding error(String code, Place place, String message, String text) {
    var line = text.lines().skip(place.line() - 1L).findFirst().orElse("");
    return new Finding(Finding.Severity.ERROR, code, place, message, line);
  }
}
