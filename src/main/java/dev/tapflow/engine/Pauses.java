package dev.tapflow.engine;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import java.time.Duration;
import java.util.Optional;

/** The {@code wait} step: nothing is said until its time has come. */
final class Pauses {

  private final Draft draft;

  Pauses(Draft draft) {
    this.draft = draft;
  }

  Optional<Target> enter(Step.Wait step) {
    var until = new Moments(draft).of(step.until());
    if (until.filter(draft.now()::isBefore).isEmpty()) {
      return onward(step, "there was nothing to wait for");
    }
    var pause = Duration.between(draft.now(), until.get());
    draft.stayed("wait", "pauses for " + Wording.lasting(pause));
    until(new Waiting.Alarm(until.get(), Waiting.Alarm.Reason.WAIT_OVER));
    return Optional.empty();
  }

  /** Waits under a new token, as a pause does that was put aside. */
  void until(Waiting.Alarm alarm) {
    draft.await(new Waiting.ForTime(draft.nextToken(), alarm));
  }

  Optional<Target> over() {
    return draft.release().step(draft.current().at()).orElse(null) instanceof Step.Wait step
        ? onward(step, "the pause was over")
        : new StartingOver(draft).elsewhere();
  }

  private Optional<Target> onward(Step.Wait step, String reason) {
    draft.moved("next", step.next(), reason);
    return Optional.of(step.next());
  }
}
