package dev.tapflow.engine;

import dev.tapflow.flow.Hours;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Purpose;
import dev.tapflow.message.ReplyId;
import java.util.List;
import java.util.Optional;

/** Gives a conversation to people, and takes it back. Meanwhile the bot says only these steps' words. */
final class HandoverDesk {

  private final Draft draft;

  HandoverDesk(Draft draft) {
    this.draft = draft;
  }

  /** Comes to a handover step: asks the team, or goes on where nobody is there. */
  Optional<Target> enter(Step.Handover step) {
    if (step.unavailable().isPresent() && !isThere(step.team())) {
      return Optional.of(
          leave(step.unavailable().get(), "unavailable", step.team() + " is not there now"));
    }
    var rendering = new Rendering(draft);
    var labels = step.labels().stream().flatMap(label -> rendering.words(label).stream()).toList();
    var token = draft.nextToken();
    var note = step.note().flatMap(rendering::words).orElse("");
    var priority = step.priority().flatMap(rendering::words);
    draft.want(new Effect.AskForAgent(token, step.team(), note, labels, priority));
    var alarm =
        step.timeout()
            .map(
                timeout ->
                    new Waiting.Alarm(
                        draft.now().plus(timeout.after()),
                        Waiting.Alarm.Reason.HANDOVER_TIMEOUT));
    draft.await(new Waiting.ForAgent(token, step.team(), note, draft.now(), alarm, false));
    draft.stayed("asked", "asked " + step.team() + " to take over");
    return Optional.empty();
  }

  /** Asks the first team though no step says so; false where no team is there. */
  boolean askFirstTeamThere(String note) {
    return firstTeam().filter(this::isThere).map(team -> askUnbidden(team, note)).isPresent();
  }

  /** Asks the first team, there or not: its request waits for it. False where there is no team. */
  boolean askFirstTeam(String note) {
    return firstTeam().map(team -> askUnbidden(team, note)).isPresent();
  }

  private Optional<String> firstTeam() {
    return draft.bot().teams().keySet().stream().findFirst();
  }

  private String askUnbidden(String team, String note) {
    var token = draft.nextToken();
    draft.want(new Effect.AskForAgent(token, team, note, List.of(), Optional.empty()));
    draft.await(
        new Waiting.ForAgent(token, team, note, draft.now(), Optional.empty(), true));
    draft.stayed("asked", "asked " + team + " to take over");
    return team;
  }

  private boolean isThere(String name) {
    var team = draft.bot().teams().get(name);
    if (team == null) {
      return false;
    }
    return team.hours()
        .flatMap(hours -> Optional.<Hours>ofNullable(draft.bot().hours().get(hours)))
        .map(hours -> hours.isOpen(draft.now()))
        .orElse(true);
  }

  /** Only the command {@code menu} takes a request back; everything else is the agents' to read. */
  Optional<Target> customerWrote(Waiting.ForAgent asked, Content content) {
    var jump = menuCommand(content);
    if (jump.isEmpty()) {
      draft.stayed("handover", "kept for the agent who was asked for");
      return Optional.empty();
    }
    draft.want(new Effect.WithdrawRequest(asked.token(), asked.team()));
    draft.moved(
        jump.get().exit(), jump.get().target(), "went back to the menu before an agent came");
    return Optional.of(jump.get().target());
  }

  private Optional<CommandWords.Jump> menuCommand(Content content) {
    var words = new CommandWords(draft.bot());
    return switch (content) {
      case Content.Text(var body) -> words.jump(body).filter(CommandWords.Jump::isMenu);
      case Content.Tap(var id, var title)
          when id.flatMap(ReplyId::parse).orElse(null) instanceof ReplyId.TextButton
              || (id.isEmpty() && words.isTextButton(new Rendering(draft), title)) ->
          words.textButton();
      case Content.Tap _,
          Content.Media _,
          Content.Location _,
          Content.Contacts _,
          Content.Order _,
          Content.FormAnswer _,
          Content.Reaction _,
          Content.SystemNotice _,
          Content.Unsupported _ ->
          Optional.empty();
    };
  }

  Optional<Target> agentActed(Event.AgentActed.Action action, String agent) {
    return switch (draft.waiting()) {
      case Waiting.ForAgent asked -> asked(asked, action, agent);
      case Waiting.WithAgent with -> with(with, action, agent);
      case Waiting.ForAnswer _ -> unasked(action, agent);
      case Waiting.Over _ -> stay("agent", Wording.conjugated(agent, "acted after the end"));
    };
  }

  private Optional<Target> asked(
      Waiting.ForAgent asked, Event.AgentActed.Action action, String agent) {
    return switch (action) {
      case ACCEPTS -> {
        take(asked, agent);
        accepted(asked).flatMap(new Rendering(draft)::words).ifPresent(this::say);
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
        new Waiting.WithAgent(
            asked.token(), asked.team(), asked.note(), agent, asked.implicit()));
  }

  private Optional<Text> accepted(Waiting.ForAgent asked) {
    return asked.implicit() ? Optional.empty() : step().flatMap(Step.Handover::accepted);
  }

  private Optional<Target> with(
      Waiting.WithAgent with, Event.AgentActed.Action action, String agent) {
    return switch (action) {
      case ACCEPTS, REPLIES -> {
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
      case ACCEPTS, REPLIES -> {
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
    var leave = step.flatMap(Step.Handover::returned);
    if (leave.isPresent()) {
      return Optional.of(leave(leave.get(), "returned", reason));
    }
    var next = step.map(Step.Handover::next).orElseGet(Target.End::new);
    draft.moved("returned", next, reason);
    return Optional.of(next);
  }

  Optional<Target> timedOut(Waiting.ForAgent asked) {
    draft.want(new Effect.WithdrawRequest(asked.token(), asked.team()));
    draft.change(it -> it.with(it.input().ending("timeout")));
    return step()
        .flatMap(Step.Handover::timeout)
        .map(
            timeout ->
                leave(
                    timeout.leave(),
                    "timeout",
                    "no agent came within " + Wording.lasting(timeout.after())));
  }

  private Optional<Step.Handover> step() {
    return draft
        .release()
        .step(draft.current().at())
        .filter(Step.Handover.class::isInstance)
        .map(Step.Handover.class::cast);
  }

  private Target leave(Step.Handover.Leave leave, String exit, String reason) {
    leave.say().flatMap(new Rendering(draft)::words).ifPresent(this::say);
    draft.moved(exit, leave.goTo(), reason);
    return leave.goTo();
  }

  private void say(String words) {
    var token = draft.current().lastToken();
    new Prompt(draft).texts(words).forEach(text -> draft.send(text, Purpose.HANDOVER, token));
  }

  private Optional<Target> stay(String exit, String reason) {
    draft.stayed(exit, reason);
    return Optional.empty();
  }
}
