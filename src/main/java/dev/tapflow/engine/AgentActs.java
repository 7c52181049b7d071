package dev.tapflow.engine;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Event;
import java.util.Optional;

/** What follows when an agent takes, answers or closes a conversation, or none comes in time. */
final class AgentActs {

  private final Draft draft;

  AgentActs(Draft draft) {
    this.draft = draft;
  }

  Optional<Target> acted(Event.AgentActed.Action action, String agent) {
    return switch (draft.waiting()) {
      case Waiting.ForAgent asked -> asked(asked, action, agent);
      case Waiting.WithAgent with -> with(with, action, agent);
      case Waiting.ForAnswer _, Waiting.ForTime _, Waiting.ForHttp _ -> unasked(action, agent);
      case Waiting.Over _ -> stay("agent", Wording.conjugated(agent, "acted after the end"));
    };
  }

  private Optional<Target> asked(
      Waiting.ForAgent asked, Event.AgentActed.Action action, String agent) {
    return switch (action) {
      case ACCEPTS, ASSIGNS -> {
        take(asked, agent);
        accepted(asked).ifPresent(new HandoverWords(draft, asked.token())::say);
        yield stay("accepted", Wording.conjugated(agent, "took the conversation"));
      }
      case REPLIES -> {
        take(asked, agent);
        yield stay("accepted", Wording.conjugated(agent, "answered"));
      }
      case CLOSES -> returned(asked.implicit(), agent);
    };
  }

  private void take(Waiting.ForAgent asked, String agent) {
    draft.await(
        new Waiting.WithAgent(asked.token(), asked.team(), asked.note(), agent, asked.implicit()));
  }

  private Optional<Text> accepted(Waiting.ForAgent asked) {
    return asked.implicit() ? Optional.empty() : step().flatMap(Step.Handover::accepted);
  }

  private Optional<Target> with(
      Waiting.WithAgent with, Event.AgentActed.Action action, String agent) {
    return switch (action) {
      case ACCEPTS, REPLIES, ASSIGNS -> {
        var name = agent.isEmpty() ? with.agent() : agent;
        draft.await(
            new Waiting.WithAgent(with.token(), with.team(), with.note(), name, with.implicit()));
        yield stay("agent", Wording.conjugated(name, "has the conversation"));
      }
      case CLOSES -> returned(with.implicit(), agent.isEmpty() ? with.agent() : agent);
    };
  }

  /** An agent steps in though nobody asked: two voices would confuse, so the bot is silent. */
  private Optional<Target> unasked(Event.AgentActed.Action action, String agent) {
    return switch (action) {
      case ACCEPTS, REPLIES, ASSIGNS -> {
        draft.await(new Waiting.WithAgent(draft.nextToken(), "", "", agent, true));
        yield stay("agent", Wording.conjugated(agent, "stepped in"));
      }
      case CLOSES -> stay("agent", Wording.conjugated(agent, "closed what the bot goes on with"));
    };
  }

  private Optional<Target> returned(boolean implicit, String agent) {
    draft.change(it -> it.with(it.input().ending("resolved")));
    var reason = Wording.conjugated(agent, "closed the conversation");
    var step = implicit ? Optional.<Step.Handover>empty() : step();
    if (step.isEmpty()) {
      return over(reason);
    }
    var leave = step.get().returned();
    if (leave.isPresent()) {
      new HandoverWords(draft, draft.current().lastToken()).leave(leave.get(), "returned", reason);
      return leave.map(Step.Handover.Leave::goTo);
    }
    draft.moved("returned", step.get().next(), reason);
    return Optional.of(step.get().next());
  }

  /**
   * No step asked for the agent, so there is none to go on from; nor is anything to come back to.
   */
  private Optional<Target> over(String reason) {
    draft.moved("returned", new Target.End(), reason);
    draft.end(Waiting.Ending.COMPLETED);
    return Optional.empty();
  }

  Optional<Target> timedOut(Waiting.ForAgent asked) {
    var timeout = step().flatMap(Step.Handover::timeout);
    if (timeout.isEmpty()) {
      draft.await(asked.withoutAlarm());
      return stay("timeout", "no agent came in time, and nothing is to be done about it");
    }
    draft.want(new Effect.WithdrawRequest(asked.token(), asked.team()));
    draft.change(it -> it.with(it.input().ending("timeout")));
    var leave = timeout.get().leave();
    var reason = "no agent came within " + Wording.lasting(timeout.get().after());
    new HandoverWords(draft, asked.token()).leave(leave, "timeout", reason);
    return Optional.of(leave.goTo());
  }

  private Optional<Step.Handover> step() {
    return draft
        .release()
        .step(draft.current().at())
        .filter(Step.Handover.class::isInstance)
        .map(Step.Handover.class::cast);
  }

  private Optional<Target> stay(String exit, String reason) {
    draft.stayed(exit, reason);
    return Optional.empty();
  }
}
