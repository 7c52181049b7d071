package dev.tapflow.drill;

import java.time.Duration;

/**
 * How much of it there is: short in every build, whole by {@code -Pdrill}.
 *
 * @param taps of each customer, at most
 * @param think how long a customer reads an answer, on average
 * @param kills of replicas, all in all
 * @param restarts of PostgreSQL
 * @param away how long the database is away under load
 * @param load customers stop tapping after that
 * @param patience what takes longer is stuck
 */
record Scale(
    int customers,
    int taps,
    Duration think,
    int kills,
    int restarts,
    Duration away,
    Duration load,
    Duration patience) {

  private static final Scale SHORT =
      new Scale(
          40,
          6,
          Duration.ofMillis(400),
          2,
          1,
          Duration.ofSeconds(4),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120));

  private static final Scale WHOLE =
      new Scale(
          500,
          40,
          Duration.ofSeconds(4),
          24,
          2,
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofSeconds(150));

  /** As the property {@code drill} says: {@code short}, which is what it is by itself, or whole. */
  static Scale asked() {
    return switch (System.getProperty("drill", "short")) {
      case "short" -> SHORT;
      case "whole" -> WHOLE;
      default -> throw new IllegalArgumentException("Expected -Ddrill=short or -Ddrill=whole");
    };
  }

  /** What needs load for a while but no crowd: fewer customers, who are told when it is enough. */
  Scale steady() {
    return new Scale(
        Math.min(customers, 200),
        40,
        Duration.ofMillis(1_000),
        kills,
        restarts,
        away,
        load,
        patience);
  }
}
