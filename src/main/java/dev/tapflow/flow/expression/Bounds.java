package dev.tapflow.flow.expression;

/**
 * What one expression may cost. The runtime of CEL has no budget of its own, so each way to be
 * expensive has a bound; reaching one is a problem at load or a named failure at run time.
 *
 * @param sourceLength code points of an expression
 * @param nesting how deep an expression may nest
 * @param iterations rounds of all {@code map}, {@code filter}, {@code exists} … of one evaluation
 * @param patternLength code points of an RE2 pattern
 * @param patternProgram instructions of a compiled RE2 pattern, as repetitions multiply
 * @param resultLength code points of a text, and elements of a list, that an expression gives
 */
public record Bounds(
    int sourceLength,
    int nesting,
    int iterations,
    int patternLength,
    int patternProgram,
    int resultLength) {

  /** Far more than a conversation needs, and a few milliseconds at the worst. */
  public static final Bounds BUILT_IN = new Bounds(2_000, 32, 10_000, 1_000, 5_000, 10_000);
}
