package dev.tapflow.rehearsal;

import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.expression.ExpressionCompiler;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import dev.tapflow.flow.trial.TestCase;
import dev.tapflow.flow.trial.TestFile;
import dev.tapflow.flow.yaml.TestFileReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Runs the tests of a folder of flows: every {@code <flow>.test.yaml} in it. Needs no server and
 * never throws for what the files say; nothing that one case does is seen by another.
 */
public final class Rehearsal {

  private final Release release;
  private final ExpressionCompiler compiler;
  private final Footprints footprints;
  private final List<Finding> findings = new ArrayList<>();
  private final List<CaseResult> results = new ArrayList<>();
  private final Supplier<Map<String, FieldType>> variableTypes;

  private Rehearsal(Release release) {
    this.release = release;
    this.compiler = new ExpressionCompiler(release.answers());
    this.footprints = new Footprints(release);
    this.variableTypes =
        new Once<>(() -> compiler.variables(release.bot(), release.flows().values()));
  }

  /**
   * Loads the flows and plays their tests.
   *
   * @param files texts by file name, as findings and results will call them
   */
  public static Report run(Map<String, String> files) {
    return switch (new ReleaseLoader().load(files)) {
      case LoadResult.Rejected rejected ->
          new Report(rejected.findings(), List.of(), new Coverage(List.of()));
      case LoadResult.Loaded loaded -> run(loaded.release(), files);
    };
  }

  /** Plays the tests in some files against a release that is loaded. */
  public static Report run(Release release, Map<String, String> files) {
    var rehearsal = new Rehearsal(release);
    new TreeMap<>(files)
        .forEach(
            (name, text) -> {
              if (name.endsWith(TestFileReader.SUFFIX)) {
                rehearsal.file(name, text);
              }
            });
    return rehearsal.report();
  }

  private Report report() {
    findings.sort(Comparator.comparing(Finding::place));
    return new Report(findings, results, footprints.coverage());
  }

  private void file(String name, String text) {
    var read = TestFileReader.read(name, text);
    var checked = new TestExpressions(compiler, release).check(read, text);
    findings.addAll(read.findings());
    findings.addAll(checked.findings());
    if (checked.findings().isEmpty()) {
      read.tests().ifPresent(it -> play(it, checked.release()));
    }
  }

  private void play(TestFile file, Release withTests) {
    var script = new Script(new World(withTests, variableTypes), file.file(), file.flow());
    file.cases().forEach(it -> play(it, script));
  }

  private void play(TestCase test, Script script) {
    var played = script.play(test);
    results.add(played.result());
    played.stage().ifPresent(it -> footprints.follow(it, test.given().flows().keySet()));
  }
}
