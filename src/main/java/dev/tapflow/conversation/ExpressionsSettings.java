package dev.tapflow.conversation;

import dev.tapflow.flow.expression.Bounds;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What one expression may cost; reaching a bound is a finding at load or a failure at run time. */
@ConfigMapping(prefix = "tapflow.expressions")
public interface ExpressionsSettings {

  /** Characters (code points) of an expression. */
  @WithDefault("2000")
  @Min(1)
  @Max(100_000)
  int sourceLength();

  /** How deep an expression may nest. */
  @WithDefault("32")
  @Min(1)
  @Max(200)
  int nesting();

  /** Rounds of all {@code map}, {@code filter}, {@code exists} of one evaluation. */
  @WithDefault("10000")
  @Min(1)
  int iterations();

  /** Characters (code points) of a pattern. */
  @WithDefault("1000")
  @Min(1)
  @Max(100_000)
  int patternLength();

  /** Steps that a pattern unfolds to, as its repetitions multiply. */
  @WithDefault("5000")
  @Min(1)
  @Max(1_000_000)
  int patternProgram();

  /** Characters of a text, or elements of a list, that an expression makes. */
  @WithDefault("10000")
  @Min(1)
  int resultLength();

  /** The same as the compiler takes them. */
  default Bounds bounds() {
    return new Bounds(
        sourceLength(), nesting(), iterations(), patternLength(), patternProgram(), resultLength());
  }
}
