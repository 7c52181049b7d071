package dev.tapflow.rehearsal;

/**
 * What was not as expected.
 *
 * @param what the thing that was compared, such as {@code options[2].title}
 * @param expected as the case has it
 * @param got as it was
 */
public record Difference(String what, String expected, String got) {

  Difference inside(String outer) {
    var joined = what.isEmpty() ? outer : what.startsWith("[") ? outer + what : outer + "." + what;
    return new Difference(joined, expected, got);
  }
}
