package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.StepRef;
import java.time.Duration;
import java.util.Optional;

/**
 * Time that passes at a step.
 *
 * @param atMost empty: nobody knows
 */
public record Lapse(StepRef step, Kind kind, Optional<Duration> atMost) {

  /** Why it passes. */
  public enum Kind {
    WAIT("wait"),
    LATER("later"),
    SILENCE("silence"),
    UNDELIVERED("undelivered"),
    HANDOVER("handover"),
    HTTP("http"),
    API("start by the API");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As messages have it. */
    public String words() {
      return words;
    }
  }
}
