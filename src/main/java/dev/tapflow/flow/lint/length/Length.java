package dev.tapflow.flow.lint.length;

/**
 * The longest that a text can become.
 *
 * @param certain code points of what is written and of values whose longest is declared
 * @param usual further ones of numbers, days and times as they usually are
 * @param typed how many values are as long as a person cares to type
 * @param open true where a value is known only at run time, such as the answer of a service
 */
public record Length(int certain, int usual, int typed, boolean open) {

  static final Length NOTHING = new Length(0, 0, 0, false);
  static final Length TYPED = new Length(0, 0, 1, false);
  static final Length OPEN = new Length(0, 0, 0, true);
  static final Length NUMBER = new Length(0, 12, 0, false);
  static final Length TIME = new Length(0, 30, 0, false);
  static final Length TRUTH = new Length(0, 5, 0, false);

  /** As much as people type where one line is asked for; more is possible. */
  private static final int ONE_LINE = 250;

  /** Where less fits than this, a typed value can always be too long. */
  private static final int ROOMY = 1000;

  static Length of(String text) {
    return exactly(text.codePointCount(0, text.length()));
  }

  static Length exactly(int codePoints) {
    return new Length(codePoints, 0, 0, false);
  }

  /** The one after the other. */
  Length and(Length other) {
    return new Length(
        bounded((long) certain + other.certain),
        bounded((long) usual + other.usual),
        bounded((long) typed + other.typed),
        open || other.open);
  }

  /** Either of the two. */
  Length or(Length other) {
    return new Length(
        Math.max(certain, other.certain),
        Math.max(usual, other.usual),
        Math.max(typed, other.typed),
        open || other.open);
  }

  /** True where a text of this length would be refused for sure. */
  public boolean exceeds(int most) {
    return certain > most;
  }

  /** True where it shows at run time only whether it fits. */
  public boolean mayExceed(int most) {
    boolean typedLong = most < ROOMY ? typed > 0 : (long) typed * ONE_LINE + certain + usual > most;
    return open || typedLong || (long) certain + usual > most;
  }

  private static int bounded(long sum) {
    return (int) Math.min(sum, 1_000_000);
  }
}
