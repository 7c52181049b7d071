package dev.tapflow.flow.trial;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.ValueTree;
import java.util.List;
import java.util.Optional;

/**
 * What takes a called flow's place: it sets, and comes back with a value.
 *
 * @param set in order, as a {@code set} step does it
 * @param returns empty: it comes back with nothing
 */
public record StandIn(List<Assignment> set, Optional<ValueTree> returns) {

  public StandIn {
    set = List.copyOf(set);
  }
}
