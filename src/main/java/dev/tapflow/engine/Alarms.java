package dev.tapflow.engine;

import dev.tapflow.engine.Waiting.Alarm;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Purpose;
import java.util.Optional;

/** What is done when the time of a wait has come. */
final class Alarms {

  private final Draft draft;

  Alarms(Draft draft) {
    this.draft = draft;
  }

  Optional<Target> fired(long token) {
    return switch (draft.waiting()) {
      case Waiting.ForAnswer answer when answer.token() == token -> silent(answer);
      case Waiting.ForAgent agent when agent.token() == token -> noAgent(agent);
      case Waiting.ForTime time when time.token() == token -> new Pauses(draft).over();
      case Waiting.ForHttp http when http.token() == token -> new HttpSteps(draft).overdue();
      case Waiting.ForAnswer _,
          Waiting.ForTime _,
          Waiting.ForHttp _,
          Waiting.ForAgent _,
          Waiting.WithAgent _,
          Waiting.Over _ ->
          appointment(token);
    };
  }

  private Optional<Target> appointment(long token) {
    var appointments = new Appointments(draft);
    var due = appointments.named(token);
    if (due.isEmpty()) {
      draft.stayed("late_timer", "a timer came for a wait that is over");
    }
    return due.flatMap(it -> appointments.due(it.getKey(), it.getValue()));
  }

  private Optional<Target> noAgent(Waiting.ForAgent agent) {
    return agent.alarm().isEmpty() ? Optional.empty() : new AgentActs(draft).timedOut(agent);
  }

  private Optional<Target> silent(Waiting.ForAnswer waiting) {
    var question = Pending.question(draft);
    var reason = waiting.alarm().map(Alarm::reason);
    if (question.isEmpty() || reason.isEmpty()) {
      draft.await(
          new Waiting.ForAnswer(
              waiting.token(),
              waiting.question(),
              Optional.empty(),
              waiting.wrong(),
              waiting.unseen(),
              waiting.page()));
      draft.stayed("silence", "nothing is to be done when no answer comes");
      return Optional.empty();
    }
    var silence = question.get().exits().silence();
    return switch (reason.get()) {
      case REMIND -> {
        silence.flatMap(Exits.Silence::remind).ifPresent(text -> remind(waiting, text));
        yield Optional.empty();
      }
      case GIVE_UP -> silence.flatMap(Exits.Silence::giveUp).map(this::giveUp);
      case HANDOVER_TIMEOUT, WAIT_OVER, HTTP_OVERDUE -> Optional.empty();
    };
  }

  private void remind(Waiting.ForAnswer waiting, Text text) {
    var question = Pending.question(draft).orElseThrow();
    var token = draft.nextToken();
    var alarm = new Patience(draft, question.exits()).afterReminder();
    new Rendering(draft)
        .words(text)
        .map(words -> new Prompt(draft).of(question, words, waiting.page()).messages())
        .ifPresent(
            messages ->
                messages.forEach(
                    message -> draft.send(message, Purpose.REMINDER, waiting.question())));
    draft.await(
        new Waiting.ForAnswer(
            token, waiting.question(), alarm, waiting.wrong(), waiting.unseen(), waiting.page()));
    draft.stayed("remind", "no answer" + since(question));
  }

  private Target giveUp(Exits.GiveUp end) {
    draft.moved("silence", end.goTo(), "no answer came in time");
    return end.goTo();
  }

  private static String since(Question question) {
    return question
        .exits()
        .silence()
        .map(silence -> " for " + Wording.lasting(silence.after()))
        .orElse("");
  }
}
