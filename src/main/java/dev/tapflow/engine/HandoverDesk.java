package dev.tapflow.engine;

import dev.tapflow.flow.Hours;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.ReplyId;
import java.util.List;
import java.util.Optional;

/**
 * Asks people to take a conversation over, and takes the request back. What they then do: {@link
 * AgentActs}.
 */
final class HandoverDesk {

  private final Draft draft;

  HandoverDesk(Draft draft) {
    this.draft = draft;
  }

  /** Comes to a handover step: asks the team, or goes on where nobody is there. */
  Optional<Target> enter(Step.Handover step) {
    if (step.unavailable().isPresent() && !isThere(step.team())) {
      var leave = step.unavailable().get();
      new HandoverWords(draft, 0).leave(leave, "unavailable", step.team() + " is not there now");
      return Optional.of(leave.goTo());
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
                        draft.now().plus(timeout.after()), Waiting.Alarm.Reason.HANDOVER_TIMEOUT));
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
    draft.await(new Waiting.ForAgent(token, team, note, draft.now(), Optional.empty(), true));
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
    draft.change(it -> it.with(it.counters().aMessage()).with(it.input().ending("left")));
    draft.moved(
        jump.get().exit(), jump.get().target(), "went back to the menu before an agent came");
    new Leaving(draft).byCustomer(jump.get().target());
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
}
