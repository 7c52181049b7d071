package dev.tapflow.start;

import java.util.List;

/** Tapflow does not start, and why. */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartRefused(List<String> problems) {
    super(
        "Tapflow does not start. %s:%n%s"
            .formatted(
                problems.size() == 1 ? "One thing is wrong" : problems.size() + " things are wrong",
                String.join(
                    System.lineSeparator(), problems.stream().map("  - "::concat).toList())));
  }
}
