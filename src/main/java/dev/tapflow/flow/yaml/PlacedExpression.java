package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Place;

/** An expression and where it is written. */
public final class PlacedExpression {

  private final Occurrence occurrence;
  private final Spot spot;

  PlacedExpression(Occurrence occurrence, Spot spot) {
    this.occurrence = occurrence;
    this.spot = spot;
  }

  public Occurrence occurrence() {
    return occurrence;
  }

  /** The place of a character of the expression, counted in code points from its start. */
  public Place place(int offset) {
    return spot.place(offset);
  }
}
