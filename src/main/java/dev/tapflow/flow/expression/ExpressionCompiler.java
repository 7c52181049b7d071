package dev.tapflow.flow.expression;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Problem;
import dev.tapflow.flow.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the expressions of a folder of flows and makes them ready to run. Equal sources are
 * checked once, wherever they stand. Costs nothing to construct; the first expression that is more
 * than a dotted name loads CEL, which takes about half a second.
 */
public final class ExpressionCompiler {

  /** A large folder takes longer to read than CEL to load. */
  private static final int FILES_EXPECTED = 20;

  private final Bounds bounds;
  private final AnswerReader answers;
  private final Patterns patterns;

  /** With the bounds built in. The reader says what {@code is_number} takes for a number. */
  public ExpressionCompiler(AnswerReader answers) {
    this(answers, Bounds.BUILT_IN);
  }

  public ExpressionCompiler(AnswerReader answers, Bounds bounds) {
    this.answers = answers;
    this.bounds = bounds;
    this.patterns = new Patterns(bounds);
  }

  /**
   * Checks names, types and bounds of all expressions. Never throws for what authors write.
   *
   * @param flows all of the folder: what they set gives {@code vars.*} their types
   */
  public Compiled compile(Bot bot, Collection<Flow> flows, Collection<Occurrence> occurrences) {
    var checker = new Checker(new Language(bounds, answers, patterns), bounds, patterns);
    var names = Names.of(bot, VariableTypes.of(bot, flows, checker));
    var views = new Views(flows, checker, names);
    views.check(occurrences);
    var problems = new ArrayList<Problem>(Items.problems(occurrences));
    for (var occurrence : occurrences) {
      views.found(occurrence).ifPresent(found -> problems.addAll(problems(occurrence, found)));
    }
    var writes = new ContactWrites(bot, views, occurrences);
    writes.check(flows);
    problems.addAll(writes.problems());
    var evaluator =
        new CompiledEvaluator(views.programs(), raw(checker, occurrences), patterns, bounds);
    return new Compiled(evaluator, problems, writes.saves());
  }

  private static Set<String> raw(Checker checker, Collection<Occurrence> occurrences) {
    return occurrences.stream()
        .map(occurrence -> occurrence.expression().source())
        .filter(source -> checker.syntax(source) instanceof Syntax.Tree tree && tree.isRaw())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The type of each variable, as all that sets it tells. */
  public Map<String, FieldType> variables(Bot bot, Collection<Flow> flows) {
    var checker = new Checker(new Language(bounds, answers, patterns), bounds, patterns);
    return VariableTypes.of(bot, flows, checker);
  }

  /**
   * Begins to load CEL on a thread of its own, where one of these files has an expression that
   * needs it: it takes half a second the first time, in which the files can be read. Only a hint.
   */
  public void expect(Collection<String> files) {
    if (files.stream().limit(FILES_EXPECTED).anyMatch(Expectation::needsCel)) {
      Thread.ofPlatform()
          .daemon()
          .name("expressions")
          .start(() -> new Language(bounds, answers, patterns).load());
    }
  }

  /**
   * Checks a pattern of a flow.
   *
   * @return what is wrong with it and what to do; empty where it is good
   */
  public Optional<String> checkPattern(String pattern) {
    return patterns.check(pattern);
  }

  private static List<Problem> problems(Occurrence occurrence, Checked found) {
    if (!found.flaws().isEmpty()) {
      return found.flaws().stream()
          .map(flaw -> new Problem(occurrence, flaw.offset(), flaw.code(), flaw.message()))
          .toList();
    }
    return misfit(occurrence.role(), found.type())
        .map(message -> List.of(new Problem(occurrence, 0, Flaw.TYPE, message)))
        .orElse(List.of());
  }

  /** Why a value of this type is of no use here. */
  private static Optional<String> misfit(Role role, CelType type) {
    var word = Types.aWord(type);
    return switch (role) {
      case CONDITION, CHECK_CONDITION ->
          isOneOf(type, CelKind.BOOL, CelKind.DYN)
              ? Optional.empty()
              : Optional.of(
                  "A condition must be true or false, but this is %s; compare it with something."
                      .formatted(word));
      case LIST ->
          isOneOf(type, CelKind.LIST, CelKind.DYN)
              ? Optional.empty()
              : Optional.of("Expected a list, but this is %s.".formatted(word));
      case INSERTION, CALL_INSERTION, ANSWER_INSERTION ->
          isOneOf(type, CelKind.DURATION, CelKind.BYTES, CelKind.UINT, CelKind.TYPE)
              ? Optional.of("A %s cannot be written.".formatted(Types.words(type.name())))
              : Optional.empty();
    };
  }

  private static boolean isOneOf(CelType type, CelKind... kinds) {
    return List.of(kinds).contains(Types.bare(type).kind());
  }
}
