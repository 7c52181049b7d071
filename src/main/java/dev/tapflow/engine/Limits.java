package dev.tapflow.engine;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The bounds of one conversation, and what is done when one is reached. */
final class Limits {

  private final Draft draft;
  private final Bot.Limits limits;

  Limits(Draft draft) {
    this.draft = draft;
    this.limits = draft.bot().limits();
  }

  boolean turnsUsedUp() {
    return draft.current().counters().turns() > limits.turnsPerConversation();
  }

  /** Counts the arrival at a step; the limit it reaches, if any. */
  Optional<Trace.Limit> arriveAt(StepRef step) {
    draft.change(it -> it.with(it.counters().aStep()));
    if (!draft.prompted()) {
      draft.change(it -> it.with(it.counters().anUnpromptedArrival(step.text(), draft.now())));
    }
    var counters = draft.current().counters();
    if (counters.stepsSinceMessage() > limits.stepsPerTurn()) {
      return Optional.of(Trace.Limit.STEPS_PER_TURN);
    }
    return counters.unpromptedArrivalsAt(step.text()) > limits.sameStepPerHour()
        ? Optional.of(Trace.Limit.SAME_STEP_PER_HOUR)
        : Optional.empty();
  }

  /**
   * The conversation does not go on here: to a person, or where {@code on_limit} says. What was
   * counted counts anew, or the way out would end at the same limit.
   */
  Optional<Target> reached(Trace.Limit limit) {
    draft.reached(limit);
    if (limit == Trace.Limit.STEPS_PER_TURN) {
      // a circle's messages would reach the customer as spam
      draft.unsayAll();
    }
    var at = draft.current().at().text();
    // what called, or was put aside, is not gone back to
    draft.change(it -> it.with(forgetting(limit, it)).withFrames(List.of()));
    if (!draft.limitReachedBefore() && limits.onLimit() instanceof Bot.OnLimit.GoTo(var target)) {
      return goTo(target, limit);
    }
    if (!new HandoverDesk(draft)
        .askFirstTeam("The limit %s was reached at %s".formatted(name(limit), at))) {
      end(limit);
    }
    return Optional.empty();
  }

  private Optional<Target> goTo(Target target, Trace.Limit limit) {
    return switch (target) {
      case Target.To _ -> {
        draft.moved("limit", target, "the limit " + name(limit) + " was reached");
        yield Optional.of(target);
      }
      case Target.End _ -> {
        end(limit);
        yield Optional.empty();
      }
    };
  }

  private void end(Trace.Limit limit) {
    draft.moved("limit", new Target.End(), "the limit " + name(limit) + " was reached");
    draft.end(Waiting.Ending.LIMIT_REACHED);
  }

  private static Counters forgetting(Trace.Limit limit, Conversation conversation) {
    var counters = conversation.counters();
    return switch (limit) {
      case STEPS_PER_TURN -> counters.withSteps(0);
      case TURNS_PER_CONVERSATION -> counters.withTurns(0);
      case EXPRESSION, VALUE_SIZE, CALL_DEPTH -> counters;
      case SAME_STEP_PER_HOUR -> counters.forgettingArrivalsAt(conversation.at().text());
    };
  }

  private static String name(Trace.Limit limit) {
    return limit.name().toLowerCase(Locale.ROOT);
  }
}
