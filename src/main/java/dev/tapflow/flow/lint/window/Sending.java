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
      case Step.Say _, Step.Link _ -> Stream.of(plain(Outside.Part.VERB, at));
      case Question.AskByTemplate template -> reminder(from, template.exits(), at);
      case Question.Menu _, Question.Ask _, Question.Form _, Question.Shop _ ->
          Stream.concat(
              Stream.of(plain(Outside.Part.VERB, at)),
              reminder(from, ((Question) step).exits(), at));
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

  /**
   * What is said when an agent comes or goes is said while the two are talking, so the agent's time
   * does not count; what the customer's own silence has used up before does.
   */
  private static Stream<Sending> handover(StepRef from, Step.Handover handover, Elapsed asked) {
    var patience = handover.timeout().map(Step.Handover.Timeout::after);
    var late = asked.plus(patience.orElse(Duration.ZERO)).orSinceAnyMessage();
    var waiting = Optional.of(new Lapse(from, Lapse.Kind.HANDOVER, patience));
    var talking = asked.orSinceAnyMessage();
    return Stream.of(
            handover.accepted().map(it -> plain(Outside.Part.ACCEPTED, talking)),
            said(handover.unavailable()).map(it -> plain(Outside.Part.UNAVAILABLE, asked)),
            said(handover.timeout().map(Step.Handover.Timeout::leave))
                .map(it -> new Sending(Outside.Part.TIMEOUT, late, waiting)),
            said(handover.returned()).map(it -> plain(Outside.Part.RETURNED, talking)))
        .flatMap(Optional::stream);
  }

  private static Sending plain(Outside.Part part, Elapsed at) {
    return new Sending(part, at, Optional.empty());
  }

  private static Optional<Step.Handover.Leave> said(Optional<Step.Handover.Leave> leave) {
    return leave.filter(it -> it.say().isPresent());
  }
}
