package dev.tapflow.flow.release;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks and compiles what flows evaluate. */
interface Expressions {

  /** What can be evaluated, and what is wrong with the rest. */
  record Compiled(Evaluator evaluator, List<Problem> problems) {}

  Compiled compile(Bot bot, Collection<Flow> flows, Collection<Occurrence> occurrences);

  /** What is wrong with an RE2 pattern. */
  Optional<String> checkPattern(String pattern);
}
