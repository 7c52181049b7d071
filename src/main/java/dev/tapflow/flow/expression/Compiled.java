package dev.tapflow.flow.expression;

import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.Problem;
import java.util.List;

/**
 * The expressions of a folder, checked.
 *
 * @param evaluator evaluates those without a problem; the others always fail
 * @param problems in the order of the occurrences, then by offset
 * @param saves where what a step saves does not fit
 */
public record Compiled(Evaluator evaluator, List<Problem> problems, List<UnfitSave> saves) {
  public Compiled {
    problems = List.copyOf(problems);
    saves = List.copyOf(saves);
  }
}
