package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Flows that start later: set, called off, and what happens when their time has come. */
final class Appointments {

  /** An agent who has the conversation is not to be interrupted; it is tried again. */
  private static final Duration POSTPONED = Duration.ofMinutes(10);

  private final Draft draft;

  Appointments(Draft draft) {
    this.draft = draft;
  }

  /** The same name again replaces what it has set. */
  Optional<Target> set(Step.Later step) {
    var at = new Moments(draft).of(step.when());
    if (at.isEmpty()) {
      draft.moved("next", step.next(), step.name() + " is not set: it has no time");
      return Optional.of(step.next());
    }
    var with = new Writing(draft).values(step.with());
    var flow = Calls.entrance(draft, step.flow());
    put(step.name(), new Appointment(draft.nextToken(), at.get(), flow, with, step.skipIfBusy()));
    var wait = Duration.between(draft.now(), at.get());
    draft.moved("next", step.next(), step.name() + " is set for in " + Wording.lasting(wait));
    return Optional.of(step.next());
  }

  Optional<Target> cancel(Step.CancelLater step) {
    var was = draft.appointments().containsKey(step.name());
    remove(step.name());
    draft.moved(
        "next",
        step.next(),
        step.name() + (was ? " was called off" : " was not set, nothing to do"));
    return Optional.of(step.next());
  }

  /** The appointment whose timer this is, by its name. */
  Optional<Map.Entry<String, Appointment>> named(long token) {
    return draft.appointments().entrySet().stream()
        .filter(entry -> entry.getValue().token() == token)
        .findFirst();
  }

  Optional<Target> due(String name, Appointment due) {
    if (draft.customer().optedOut()) {
      remove(name);
      draft.stayed("later", name + " was left out: the customer has opted out");
      return Optional.empty();
    }
    return switch (draft.waiting()) {
      case Waiting.ForAgent _, Waiting.WithAgent _ ->
          postpone(name, due, draft.now().plus(POSTPONED), "agents have the conversation");
      case Waiting.ForHttp http -> postpone(name, due, http.overdue().at(), "a service is asked");
      case Waiting.ForAnswer _ when due.skipIfBusy() -> {
        remove(name);
        draft.stayed("later", name + " was left out: a question is pending");
        yield Optional.empty();
      }
      case Waiting.ForAnswer _, Waiting.ForTime _ -> putAside(name, due);
      case Waiting.Over _ -> begin(name, due);
    };
  }

  private Optional<Target> postpone(String name, Appointment due, Instant later, String why) {
    put(name, due.postponedTo(draft.nextToken(), later));
    draft.stayed("later", "%s is put off: %s".formatted(name, why));
    return Optional.empty();
  }

  private Optional<Target> putAside(String name, Appointment due) {
    var before = draft.current();
    if (before.frames().size() >= Calls.DEEPEST) {
      return postpone(name, due, draft.now().plus(POSTPONED), "too much is put aside");
    }
    remove(name);
    var start = draft.release().present(due.flow());
    draft.moved("later", new Target.To(start), "the time of " + name + " has come");
    var frame = new Frame.PutAside(before.at(), before.vars(), before.waiting());
    draft.change(it -> it.entering(frame, start, due.with()));
    return Optional.of(new Target.To(start));
  }

  private Optional<Target> begin(String name, Appointment due) {
    remove(name);
    var start = draft.release().present(due.flow());
    draft.begin(start, due.with(), "later", "the time of " + name + " has come");
    return Optional.of(new Target.To(start));
  }

  /** The flow has ended for which something was put aside: the question is asked again. */
  Optional<Target> back(Frame.PutAside aside) {
    draft.change(it -> it.backTo(aside));
    return switch (aside.waiting()) {
      case Waiting.ForAnswer answer
          when draft.release().step(aside.at()).orElse(null) instanceof Question question -> {
        draft.stayed("again", "back to the question that was put aside");
        yield new Asking(draft).again(question, answer);
      }
      case Waiting.ForTime(_, var until) -> {
        draft.stayed("wait", "back to the pause that was put aside");
        new Pauses(draft).until(until);
        yield Optional.empty();
      }
      case Waiting.ForAnswer _,
          Waiting.ForHttp _,
          Waiting.ForAgent _,
          Waiting.WithAgent _,
          Waiting.Over _ ->
          new StartingOver(draft).elsewhere();
    };
  }

  private void put(String name, Appointment appointment) {
    var changed = new TreeMap<>(draft.appointments());
    changed.put(name, appointment);
    draft.changeAppointments(changed);
  }

  private void remove(String name) {
    var changed = new TreeMap<>(draft.appointments());
    changed.remove(name);
    draft.changeAppointments(changed);
  }
}
