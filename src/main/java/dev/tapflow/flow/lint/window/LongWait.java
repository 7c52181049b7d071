package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Waits that the window does not survive, and what comes after them. */
public final class LongWait {

  /** Nobody looks further for what a wait leads to. */
  private static final int FAR = 500;

  private static final Elapsed CLOSED = new Elapsed(Elapsed.CLOSED, Elapsed.CLOSED);

  private final Map<String, Flow> flows;
  private final Deque<StepRef> ahead = new ArrayDeque<>();
  private final Set<StepRef> seen = new HashSet<>();

  private LongWait(Map<String, Flow> flows) {
    this.flows = flows;
  }

  /** True where even a customer who has just written is met outside the window afterwards. */
  public static boolean isLong(Step.Wait wait) {
    return Clockwork.due(Elapsed.NONE, wait.until()).isAlwaysOutside();
  }

  /**
   * The first step with a free message that a conversation comes to when the customer writes
   * nothing, and no template opens the window before.
   */
  public static Optional<StepRef> followedBy(Map<String, Flow> flows, Step.Wait wait) {
    return new LongWait(flows).first(wait.next());
  }

  private Optional<StepRef> first(Target next) {
    go(next);
    while (!ahead.isEmpty() && seen.size() < FAR) {
      var at = ahead.remove();
      var step = Optional.ofNullable(flows.get(at.flow())).flatMap(it -> it.step(at.step()));
      if (step.filter(it -> says(at, it)).isPresent()) {
        return Optional.of(at);
      }
      step.ifPresent(it -> targets(at, it).forEach(this::go));
    }
    return Optional.empty();
  }

  private static boolean says(StepRef at, Step step) {
    return Sending.of(at, step, CLOSED).anyMatch(it -> it.at().isAlwaysOutside());
  }

  private static Stream<Target> targets(StepRef at, Step step) {
    if (step instanceof Step.Call call) {
      return Stream.of(new Target.To(call.flow()), call.next());
    }
    return Arrows.of(at, step, CLOSED)
        .filter(it -> it.kind() == Arrow.Kind.ON && it.at().isAlwaysOutside())
        .map(Arrow::target);
  }

  private void go(Target target) {
    if (target instanceof Target.To(var step) && seen.add(step)) {
      ahead.add(step);
    }
  }
}
