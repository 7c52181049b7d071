package dev.tapflow.flow.release;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Problem;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.answer.WrittenAnswers;
import dev.tapflow.flow.expression.Bounds;
import dev.tapflow.flow.expression.ExpressionCompiler;
import dev.tapflow.flow.expression.UnfitSave;
import dev.tapflow.flow.lint.Linter;
import dev.tapflow.flow.yaml.FolderReader;
import dev.tapflow.flow.yaml.PlacedExpression;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a release of a folder's files, or says all that keeps it from being one. */
public final class ReleaseLoader {

  /** How much of the content hash travels in every reply id. */
  private static final int ID_LENGTH = 8;

  private final AnswerReader answers = new WrittenAnswers();
  private final ExpressionCompiler expressions;

  /** With the bounds on expressions that are built in. */
  public ReleaseLoader() {
    this(Bounds.BUILT_IN);
  }

  public ReleaseLoader(Bounds bounds) {
    expressions = new ExpressionCompiler(answers, bounds);
  }

  /**
   * Loads files by name. Read are bot.yaml and {@code *.flow.yaml}; every file counts for the id.
   */
  public LoadResult load(Map<String, String> files) {
    return load(files, List.of());
  }

  /** Loads a folder; what was found while it was opened is found here too. */
  public LoadResult load(FlowFolder folder) {
    return load(folder.files(), folder.findings());
  }

  /**
   * Loads files by name, or by the path that findings shall call them.
   *
   * @param before what was found while they were opened
   */
  public LoadResult load(Map<String, String> files, List<Finding> before) {
    var hash = ContentHash.of(files);
    expressions.expect(files.values());
    var folder = FolderReader.read(files);
    var compiled = expressions.compile(folder.bot(), folder.flows().values(), occurrences(folder));
    var findings =
        Linter.sorted(
            Stream.of(
                    before.stream(),
                    Linter.check(folder).stream(),
                    problems(folder, compiled.problems()),
                    saves(folder, compiled.saves()),
                    patterns(folder))
                .flatMap(it -> it));
    if (findings.stream().anyMatch(it -> it.severity() == Finding.Severity.ERROR)) {
      return new LoadResult.Rejected(hash, findings);
    }
    var release =
        new Release(
            hash.substring(0, ID_LENGTH),
            folder.bot(),
            folder.flows(),
            compiled.evaluator(),
            answers);
    return new LoadResult.Loaded(release, hash, findings);
  }

  private static List<Occurrence> occurrences(ReadFolder folder) {
    return folder.expressions().stream().map(PlacedExpression::occurrence).distinct().toList();
  }

  /** A problem stands wherever its expression is written. */
  private static Stream<Finding> problems(ReadFolder folder, List<Problem> problems) {
    if (problems.isEmpty()) {
      return Stream.empty();
    }
    var places =
        folder.expressions().stream().collect(Collectors.groupingBy(PlacedExpression::occurrence));
    return problems.stream()
        .flatMap(
            problem ->
                places.getOrDefault(problem.occurrence(), List.of()).stream()
                    .map(
                        it ->
                            error(
                                folder,
                                problem.code(),
                                it.place(problem.offset()),
                                problem.message())));
  }

  private static Stream<Finding> saves(ReadFolder folder, List<UnfitSave> saves) {
    return saves.stream()
        .map(
            it ->
                error(
                    folder,
                    "type-error",
                    folder.sources().value(it.step().flow(), "steps", it.step().step(), "save"),
                    it.message()));
  }

  private Stream<Finding> patterns(ReadFolder folder) {
    return folder.patterns().stream()
        .flatMap(
            it ->
                expressions.checkPattern(it.pattern()).stream()
                    .map(why -> error(folder, "bad-pattern", it.place(), why)));
  }

  private static Finding error(ReadFolder folder, String code, Place place, String message) {
    return new Finding(Finding.Severity.ERROR, code, place, message, folder.sources().line(place));
  }
}
