package dev.tapflow.rehearsal;

import java.util.List;

/**
 * What cases came by, of all that the flows have.
 *
 * @param flows by name
 */
public record Coverage(List<OfFlow> flows) {

  private static final int ALL = 100;

  public Coverage {
    flows = List.copyOf(flows);
  }

  /** Of one flow. Options and exits are named {@code step.option} and {@code step.exit}. */
  public record OfFlow(String flow, Part steps, Part options, Part exits) {}

  /**
   * How many of some things.
   *
   * @param missing the names of the others, in the order of the file
   */
  public record Part(int covered, int all, List<String> missing) {

    public Part {
      missing = List.copyOf(missing);
    }

    /** Rounded down, so that 100 means all of them; 100 where there are none. */
    public int percent() {
      return all == 0 ? ALL : covered * ALL / all;
    }

    private Part and(Part other) {
      return new Part(covered + other.covered, all + other.all, List.of());
    }
  }

  /** Of all flows' steps together. */
  public Part steps() {
    return flows.stream().map(OfFlow::steps).reduce(new Part(0, 0, List.of()), Part::and);
  }

  /** Of all flows' options together. */
  public Part options() {
    return flows.stream().map(OfFlow::options).reduce(new Part(0, 0, List.of()), Part::and);
  }

  /** Of all flows' exits together. */
  public Part exits() {
    return flows.stream().map(OfFlow::exits).reduce(new Part(0, 0, List.of()), Part::and);
  }
}
