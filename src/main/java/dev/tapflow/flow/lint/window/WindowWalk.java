package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Trigger;
import dev.tapflow.flow.lint.window.Visit.Called;
import dev.tapflow.flow.lint.window.Visit.Node;
import dev.tapflow.flow.lint.window.Visit.Origin;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks all flows with time until nothing new is learnt. A sub-flow is walked once for each time it
 * is called with, so that one caller's wait does not follow another caller home.
 */
public final class WindowWalk {

  /** Calls of one sub-flow that are kept apart; further ones are taken together. */
  private static final int CALLS_APART = 8;

  /** How a sub-flow came back. */
  private record End(Elapsed at, Node last, Optional<Lapse> lapse, Arrow.Kind kind) {

    /** Both times, by the way of the latest. */
    End with(End other) {
      var latest = other.at.latest() > at.latest() ? other : this;
      return new End(at.or(other.at), latest.last, latest.lapse, latest.kind);
    }
  }

  private final Map<String, Flow> flows;
  private final Map<Node, Visit> visits = new LinkedHashMap<>();
  private final Deque<Node> ahead = new ArrayDeque<>();
  private final Set<Node> waiting = new HashSet<>();
  private final Map<StepRef, Set<Called>> calls = new HashMap<>();
  private final Map<Called, Set<Node>> callers = new HashMap<>();
  private final Map<Called, End> ends = new HashMap<>();

  private WindowWalk(Map<String, Flow> flows) {
    this.flows = flows;
  }

  /**
   * The free messages that may meet a closed window.
   *
   * @param opened steps to which a customer's message leads from anywhere, such as by a command
   */
  public static List<Outside> of(Map<String, Flow> flows, Collection<StepRef> opened) {
    var walk = new WindowWalk(flows);
    flows.values().forEach(walk::begin);
    opened.forEach(it -> walk.begin(it, Elapsed.NONE, Optional.empty()));
    walk.run();
    flows.values().forEach(walk::beginWhatNothingLeadsTo);
    walk.run();
    return new Report(walk.visits, walk::step).outside();
  }

  private void begin(Flow flow) {
    var starts = flow.triggers();
    if (starts.stream().anyMatch(Trigger.Api.class::isInstance)) {
      begin(
          flow.start(),
          Elapsed.ANY,
          Optional.of(new Lapse(flow.start(), Lapse.Kind.API, Optional.empty())));
    }
    if (!starts.stream().allMatch(Trigger.Api.class::isInstance)) {
      begin(flow.start(), Elapsed.NONE, Optional.empty());
    }
  }

  /** The caller of the API knows when; nothing says that the window is closed then. */
  private void beginWhatNothingLeadsTo(Flow flow) {
    var known = calls.containsKey(flow.start()) || visits.containsKey(new Node(flow.start()));
    if (!known) {
      begin(flow.start(), Elapsed.NONE, Optional.empty());
    }
  }

  private void begin(StepRef start, Elapsed at, Optional<Lapse> lapse) {
    arrive(new Node(start), at, new Origin.Beginning(lapse));
  }

  private void run() {
    while (!ahead.isEmpty()) {
      var node = ahead.remove();
      waiting.remove(node);
      var visit = visits.get(node);
      if (visit != null) {
        step(node.step()).ifPresent(it -> leave(node, it, visit.at()));
      }
    }
  }

  private void arrive(Node node, Elapsed at, Origin origin) {
    var known = visits.get(node);
    if (known == null) {
      visits.put(node, new Visit(at, origin));
    }
    var news = known == null || known.add(at, origin);
    if (news && waiting.add(node)) {
      ahead.add(node);
    }
  }

  private void leave(Node node, Step step, Elapsed at) {
    if (step instanceof Step.Call call) {
      call(node, call, at);
    } else {
      Arrows.of(node.step(), step, at).forEach(it -> follow(node, it));
    }
  }

  private void follow(Node from, Arrow arrow) {
    switch (arrow.target()) {
      case Target.To(var step) -> arrive(node(from, step, arrow), arrow.at(), origin(from, arrow));
      case Target.End _ when arrow.kind() == Arrow.Kind.BESIDE -> {}
      case Target.End _ ->
          from.called()
              .ifPresent(it -> end(it, new End(arrow.at(), from, arrow.lapse(), arrow.kind())));
    }
  }

  /** A sub-flow left for another flow has no caller any more. */
  private static Node node(Node from, StepRef step, Arrow arrow) {
    var within = arrow.kind() != Arrow.Kind.BESIDE && step.flow().equals(from.step().flow());
    return within ? new Node(step, from.called()) : new Node(step);
  }

  private static Origin origin(Node from, Arrow arrow) {
    return arrow.kind() == Arrow.Kind.ANSWERED
        ? new Origin.Beginning(Optional.empty())
        : new Origin.From(from, arrow.lapse());
  }

  private void call(Node node, Step.Call call, Elapsed at) {
    var called = called(call.flow(), at);
    callers.computeIfAbsent(called, it -> new LinkedHashSet<>()).add(node);
    arrive(new Node(call.flow(), Optional.of(called)), at, new Origin.From(node, Optional.empty()));
    var end = ends.get(called);
    if (end != null) {
      comeBack(node, end);
    }
  }

  private Called called(StepRef entry, Elapsed at) {
    var known = calls.computeIfAbsent(entry, it -> new HashSet<>());
    var exact = new Called(entry, Optional.of(at));
    var called =
        known.contains(exact) || known.size() < CALLS_APART
            ? exact
            : new Called(entry, Optional.empty());
    known.add(called);
    return called;
  }

  private void end(Called called, End end) {
    var known = ends.get(called);
    var joined = known == null ? end : known.with(end);
    if (known != null && joined.at().equals(known.at())) {
      return;
    }
    ends.put(called, joined);
    List.copyOf(callers.getOrDefault(called, Set.of())).forEach(it -> comeBack(it, joined));
  }

  private void comeBack(Node caller, End end) {
    if (!(step(caller.step()).orElse(null) instanceof Step.Call call)) {
      return;
    }
    switch (call.next()) {
      case Target.To(var step) -> {
        var arrow = new Arrow(call.next(), end.at(), end.lapse(), end.kind());
        var origin =
            end.kind() == Arrow.Kind.ANSWERED
                ? new Origin.Beginning(Optional.empty())
                : new Origin.Back(caller, end.last(), end.lapse());
        arrive(node(caller, step, arrow), end.at(), origin);
      }
      case Target.End _ -> caller.called().ifPresent(it -> end(it, end));
    }
  }

  private Optional<Step> step(StepRef at) {
    return Optional.ofNullable(flows.get(at.flow())).flatMap(it -> it.step(at.step()));
  }
}
