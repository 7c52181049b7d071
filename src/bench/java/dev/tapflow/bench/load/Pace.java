package dev.tapflow.bench.load;

/** When customers tap. */
public sealed interface Pace {

  /** So many at once, each drawn when another is done: as fast as the bot can. */
  record AtOnce(int customers) implements Pace {}

  /** So many each second, whatever the bot does; times count from when a tap was due. */
  record Steady(int perSecond) implements Pace {}
}
