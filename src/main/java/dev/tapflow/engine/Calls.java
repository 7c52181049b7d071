package dev.tapflow.engine;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sub-flows: into one, and back with its value when it ends. */
final class Calls {

  /** Flows within flows, and questions put aside; one that calls itself must come to an end. */
  static final int DEEPEST = 10;

  private final Draft draft;

  Calls(Draft draft) {
    this.draft = draft;
  }

  Optional<Target> enter(Step.Call call) {
    var caller = draft.current();
    if (caller.frames().size() >= DEEPEST) {
      return new Limits(draft).reached(Trace.Limit.CALL_DEPTH);
    }
    var with = new Writing(draft).values(call.with());
    var start = entrance(draft, call.flow());
    draft.moved("call", new Target.To(start), "the flow " + start.flow() + " was called");
    var frame = new Frame.Called(caller.at(), caller.vars());
    draft.change(it -> it.entering(frame, start, with));
    return Optional.of(new Target.To(start));
  }

  /** A flow named without a step begins at its start. */
  static StepRef entrance(Draft draft, StepRef named) {
    return named.step().isEmpty()
        ? Optional.ofNullable(draft.release().flows().get(named.flow()))
            .map(Flow::start)
            .orElse(named)
        : named;
  }

  /** The flow has ended: back to what waits for it, else the conversation is over. */
  Optional<Target> end() {
    var frames = draft.current().frames();
    if (frames.isEmpty()) {
      draft.end(Waiting.Ending.COMPLETED);
      return Optional.empty();
    }
    return switch (frames.getLast()) {
      case Frame.Called called -> back(called);
      case Frame.PutAside aside -> new Appointments(draft).back(aside);
    };
  }

  private Optional<Target> back(Frame.Called called) {
    var ended = draft.current().at();
    var value = returned(ended);
    draft.change(it -> it.backTo(called));
    if (!(draft.release().step(called.at()).orElse(null) instanceof Step.Call call)) {
      return new StartingOver(draft).elsewhere();
    }
    call.save().ifPresent(variable -> new Writing(draft).one(variable, value));
    draft.moved("next", call.next(), "the flow " + ended.flow() + " came back");
    return Optional.of(call.next());
  }

  /** What the step at which the flow ended says it comes back with, as the flow sees it. */
  private @Nullable Object returned(StepRef ended) {
    var flow = draft.release().flows().get(ended.flow());
    var returns = flow == null ? null : flow.returns().get(ended.step());
    return returns == null ? null : new Rendering(draft).tree(returns);
  }
}
