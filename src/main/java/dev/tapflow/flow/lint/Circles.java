package dev.tapflow.flow.lint;

import dev.tapflow.flow.StepRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the circles of a graph: its strongly connected parts of more than one step, and steps that
 * lead to themselves (Tarjan's algorithm, without recursion: flows may be long).
 */
final class Circles {

  /** A step on the way from where the search began. */
  private record Visit(StepRef step, Iterator<StepRef> ahead) {}

  private final Map<StepRef, List<StepRef>> arrows;
  private final Map<StepRef, Integer> number = new HashMap<>();
  private final Map<StepRef, Integer> lowest = new HashMap<>();
  private final Deque<Visit> way = new ArrayDeque<>();
  private final Deque<StepRef> open = new ArrayDeque<>();
  private final Set<StepRef> isOpen = new HashSet<>();
  private final List<List<StepRef>> circles = new ArrayList<>();

  private Circles(Map<StepRef, List<StepRef>> arrows) {
    this.arrows = arrows;
  }

  static List<List<StepRef>> of(Map<StepRef, List<StepRef>> arrows) {
    var search = new Circles(arrows);
    arrows.keySet().forEach(search::from);
    return search.circles;
  }

  private void from(StepRef start) {
    if (!number.containsKey(start)) {
      enter(start);
    }
    while (!way.isEmpty()) {
      var visit = way.peek();
      if (visit.ahead().hasNext()) {
        look(visit.step(), visit.ahead().next());
      } else {
        way.pop();
        leave(visit.step());
      }
    }
  }

  private void enter(StepRef step) {
    number.put(step, number.size());
    lowest.put(step, number.get(step));
    open.push(step);
    isOpen.add(step);
    way.push(new Visit(step, arrows.getOrDefault(step, List.of()).iterator()));
  }

  private void look(StepRef from, StepRef to) {
    var seen = number.get(to);
    if (seen == null) {
      enter(to);
    } else if (isOpen.contains(to)) {
      lowest.merge(from, seen, Math::min);
    }
  }

  private void leave(StepRef step) {
    var reached = lowest.getOrDefault(step, Integer.MAX_VALUE);
    if (reached.equals(number.get(step))) {
      close(step);
    }
    var above = way.peek();
    if (above != null) {
      lowest.merge(above.step(), reached, Math::min);
    }
  }

  private void close(StepRef root) {
    var part = new ArrayList<StepRef>();
    StepRef step;
    do {
      step = open.pop();
      isOpen.remove(step);
      part.add(step);
    } while (!step.equals(root));
    if (part.size() > 1 || arrows.getOrDefault(root, List.of()).contains(root)) {
      circles.add(part);
    }
  }
}
