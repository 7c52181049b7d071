package dev.tapflow.flow.trial;

import dev.tapflow.flow.Place;
import java.util.List;

/**
 * One conversation with a customer nobody has met before.
 *
 * @param mocks the services' answers; of those for one address the first comes first, the last
 *     repeats
 * @param lines what is done and what is expected, in order
 */
public record TestCase(String name, Place place, Given given, List<Mock> mocks, List<Line> lines) {

  public TestCase {
    mocks = List.copyOf(mocks);
    lines = List.copyOf(lines);
  }
}
