package dev.tapflow.engine;

import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Event;
import java.util.Optional;

/** A flow that is started from outside: the bot speaks first, and the window's gate decides how. */
final class Starts {

  private final Draft draft;

  Starts(Draft draft) {
    this.draft = draft;
  }

  /** What the bot was doing gives way; what people are doing does not. */
  Optional<Target> begin(Event.FlowStarted started) {
    var start = Calls.entrance(draft, new StepRef(started.flow(), started.step().orElse("")));
    if (draft.release().step(start).isEmpty()) {
      draft.failed(start.text(), "the release has no such step to start at");
      return stay("not_started", "there is no " + start.text());
    }
    if (draft.customer().optedOut()) {
      return stay("opted_out", "not started: the customer has opted out");
    }
    return switch (draft.waiting()) {
      case Waiting.ForAgent _, Waiting.WithAgent _ ->
          stay("busy", "not started: agents have the conversation");
      case Waiting.ForAnswer _, Waiting.ForTime _, Waiting.ForHttp _ -> {
        draft.supersede();
        yield at(start, started);
      }
      case Waiting.Over _ -> at(start, started);
    };
  }

  private Optional<Target> at(StepRef start, Event.FlowStarted started) {
    draft.begin(
        start, new Writing(draft).fitted(started.with()), "started", "started from outside");
    return Optional.of(new Target.To(start));
  }

  private Optional<Target> stay(String exit, String reason) {
    draft.stayed(exit, reason);
    return Optional.empty();
  }
}
