package dev.tapflow.flow.lint;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a conversation can go from a step. */
final class Arrows {

  private Arrows() {}

  /** Every way out. */
  static Stream<StepRef> all(Step step) {
    return switch (step) {
      case Step.Menu menu ->
          steps(Stream.concat(menu.options().stream().map(Option::goTo), exits(menu.exits())));
      case Step.Ask ask -> steps(Stream.concat(Stream.of(ask.next()), exits(ask.exits())));
      case Step.Handover handover ->
          steps(
              Stream.concat(
                  unavailable(handover),
                  Stream.concat(
                      handover.timeout().map(it -> it.leave().goTo()).stream(),
                      Stream.of(
                          handover
                              .returned()
                              .map(Step.Handover.Leave::goTo)
                              .orElse(handover.next())))));
      case Step.Say _, Step.Set _, Step.Branch _, Step.Goto _, Step.SendTemplate _ -> atOnce(step);
    };
  }

  /** The ways out that are taken in the same turn, without anybody having to do anything. */
  static Stream<StepRef> atOnce(Step step) {
    return switch (step) {
      case Step.Say(var _, var next) -> steps(Stream.of(next));
      case Step.Set(var _, var next) -> steps(Stream.of(next));
      case Step.SendTemplate(var _, var _, var _, var next) -> steps(Stream.of(next));
      case Step.Goto(var target) -> steps(Stream.of(target));
      case Step.Branch(var cases, var otherwise) ->
          steps(Stream.concat(cases.stream().map(Step.Branch.Case::target), Stream.of(otherwise)));
      case Step.Handover handover -> steps(unavailable(handover));
      case Step.Menu _, Step.Ask _ -> Stream.empty();
    };
  }

  static Optional<StepRef> step(Target target) {
    return switch (target) {
      case Target.To(var step) -> Optional.of(step);
      case Target.End _ -> Optional.empty();
    };
  }

  /** Where a handover says nothing of a closed team, the request waits for it. */
  private static Stream<Target> unavailable(Step.Handover handover) {
    return handover.unavailable().map(Step.Handover.Leave::goTo).stream();
  }

  private static Stream<Target> exits(Exits exits) {
    var undelivered =
        switch (exits.undelivered()) {
          case Exits.Undelivered.GoTo(var target) -> Stream.of(target);
          case Exits.Undelivered.Hold _ -> Stream.<Target>empty();
        };
    var silence = exits.silence().flatMap(Exits.Silence::giveUp).map(Exits.GiveUp::goTo);
    return Stream.concat(
        exits.wrong().goTo().stream(), Stream.concat(silence.stream(), undelivered));
  }

  private static Stream<StepRef> steps(Stream<Target> targets) {
    return targets.flatMap(it -> step(it).stream());
  }
}
