package dev.tapflow.flow.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An expression of the few forms that most are of: names, literals, comparisons, sums, {@code
 * default}. They are checked and run without CEL, which takes half a second to load and a tenth of
 * a millisecond for each expression. They mean what they mean in CEL; what is more, or has a flaw,
 * is left to it.
 */
sealed interface Simple {

  /** A text, Long, Double, Boolean, or CEL's null. */
  record Literal(Object value) implements Simple {}

  /**
   * A dotted name, such as {@code vars.reply.items[0].name}.
   *
   * @param inside from the first index on: keys and indexes
   */
  record Path(List<String> segments, List<Object> inside) implements Simple {}

  /** {@code has(path)}. */
  record Has(Path path) implements Simple {}

  record Not(Simple operand) implements Simple {}

  record And(Simple left, Simple right) implements Simple {}

  record Or(Simple left, Simple right) implements Simple {}

  /** One of {@code == != < <= > >=}. */
  record Comparison(String operator, Simple left, Simple right) implements Simple {}

  /** One of {@code + - *}. */
  record Arithmetic(String operator, Simple left, Simple right) implements Simple {}

  /** {@code x in [1, 2]}. */
  record In(Simple value, List<Literal> candidates) implements Simple {}

  /** {@code default(x, y)}. */
  record Default(Simple value, Simple otherwise) implements Simple {}

  /** {@code c ? x : y}. */
  record Choice(Simple condition, Simple yes, Simple no) implements Simple {}

  /** Its names. */
  default Set<Path> paths() {
    var paths = new HashSet<Path>();
    collect(paths);
    return paths;
  }

  private void collect(Set<Path> paths) {
    switch (this) {
      case Literal _ -> {}
      case Path path -> paths.add(path);
      case Has(var path) -> paths.add(path);
      case Not(var operand) -> operand.collect(paths);
      case In(var value, var _) -> value.collect(paths);
      case And(var left, var right) -> both(left, right, paths);
      case Or(var left, var right) -> both(left, right, paths);
      case Comparison(var _, var left, var right) -> both(left, right, paths);
      case Arithmetic(var _, var left, var right) -> both(left, right, paths);
      case Default(var value, var otherwise) -> both(value, otherwise, paths);
      case Choice(var condition, var yes, var no) -> {
        condition.collect(paths);
        both(yes, no, paths);
      }
    }
  }

  private static void both(Simple left, Simple right, Set<Path> paths) {
    left.collect(paths);
    right.collect(paths);
  }
}
