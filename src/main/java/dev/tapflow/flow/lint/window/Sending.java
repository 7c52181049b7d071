package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A free message of a step, when no customer's message has caused it just now. Templates may go out
 * at any time.
 *
 * @param lapse what made time pass within the step
 */
record Sending(Outside.Part part, Elapsed at, Optional<Lapse> lapse) {

  static Stream<Sending> of(StepRef from, Step step, Elapsed at) {
    return switch (step) {
      case Step.Say _, Step.Link _ -> Stream.of(verb(at));
      case Question.AskByTemplate template -> reminder(from, template.exits(), at);
      case Question.Menu _, Question.Ask _, Question.Form _, Question.Shop _ ->
          Stream.concat(Stream.of(verb(at)), reminder(from, ((Question) step).exits(), at));
      case Step.Handover handover -> handover(from, handover, at);
      case Step.Set _,
          Step.Branch _,
          Step.Split _,
          Step.Goto _,
          Step.Call _,
          Step.SendTemplate _,
          Step.Tag _,
          Step.Wait _,
          Step.Later _,
          Step.CancelLater _,
          Step.Http _ ->
          Stream.empty();
    };
  }

  private static Sending verb(Elapsed at) {
    return new Sending(Outside.Part.VERB, at, Optional.empty());
  }

  private static Stream<Sending> reminder(StepRef from, Exits exits, Elapsed asked) {
    return exits.silence().stream()
        .flatMap(
            it ->
                Clockwork.reminder(asked, it)
                    .map(at -> new Sending(Outside.Part.REMINDER, at, lapse(from, it.after())))
                    .stream());
  }

  private static Optional<Lapse> lapse(StepRef from, Duration after) {
    return Optional.of(new Lapse(from, Lapse.Kind.SILENCE, Optional.of(after)));
  }

  private static Stream<Sending> handover(StepRef from, Step.Handover handover, Elapsed asked) {
    var patience = handover.timeout().map(Step.Handover.Timeout::after);
    var waited = patience.map(it -> asked.plus(it).orSinceAnyMessage()).orElse(Elapsed.ANY);
    var waiting = Optional.of(new Lapse(from, Lapse.Kind.HANDOVER, patience));
    var served = Optional.of(new Lapse(from, Lapse.Kind.HANDOVER, Optional.empty()));
    return Stream.of(
            handover.accepted().map(it -> new Sending(Outside.Part.ACCEPTED, waited, waiting)),
            said(handover.unavailable())
                .map(it -> new Sending(Outside.Part.UNAVAILABLE, asked, Optional.empty())),
            said(handover.timeout().map(Step.Handover.Timeout::leave))
                .map(it -> new Sending(Outside.Part.TIMEOUT, waited, waiting)),
            said(handover.returned())
                .map(it -> new Sending(Outside.Part.RETURNED, Elapsed.ANY, served)))
        .flatMap(Optional::stream);
  }

  private static Optional<Step.Handover.Leave> said(Optional<Step.Handover.Leave> leave) {
    return leave.filter(it -> it.say().isPresent());
  }
}
