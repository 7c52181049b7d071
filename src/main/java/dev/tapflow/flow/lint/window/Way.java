package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.lint.window.Visit.Node;
import dev.tapflow.flow.lint.window.Visit.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way on which a step is reached latest, from its end to its beginning. */
final class Way {

  private final Map<Node, Visit> visits;
  private final LinkedList<Lapse> lapses = new LinkedList<>();

  /** Calls that were entered from behind: the way leaves them for these callers. */
  private final Deque<Node> callers = new ArrayDeque<>();

  private final Set<Node> seen = new HashSet<>();

  Way(Map<Node, Visit> visits) {
    this.visits = visits;
  }

  /** Where time passes, in order; a circle is gone round once. */
  List<Lapse> to(Node node) {
    @Nullable Node at = node;
    while (at != null && seen.add(at)) {
      at = before(at);
    }
    return new ArrayList<>(lapses);
  }

  private @Nullable Node before(Node node) {
    var visit = visits.get(node);
    if (visit == null) {
      return null;
    }
    return switch (visit.origin()) {
      case Origin.Beginning(var lapse) -> {
        note(lapse);
        yield null;
      }
      case Origin.From(var from, var lapse) -> {
        note(lapse);
        yield leavesItsCall(node, from) ? callers.pop() : from;
      }
      case Origin.Back(var caller, var last, var lapse) -> {
        note(lapse);
        callers.push(caller);
        yield last;
      }
    };
  }

  /** Many may have called with the same time; the way began with the one it came back to. */
  private boolean leavesItsCall(Node node, Node from) {
    return !callers.isEmpty() && !node.called().equals(from.called());
  }

  private void note(Optional<Lapse> lapse) {
    lapse.ifPresent(lapses::addFirst);
  }
}
