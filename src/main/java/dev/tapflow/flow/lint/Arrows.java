package dev.tapflow.flow.lint;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a conversation can go from a step. */
final class Arrows {

  private Arrows() {}

  /** The steps that every way out leads to, those of a sub-flow and of a later start too. */
  static Stream<StepRef> all(Step step) {
    var elsewhere =
        switch (step) {
          case Step.Call call -> Stream.of(call.flow());
          case Step.Later later -> Stream.of(later.flow());
          case Step.Passing _, Question _ -> Stream.<StepRef>empty();
        };
    return Stream.concat(elsewhere, steps(targets(step)));
  }

  /** Every way out within the conversation; a call's is where it goes on afterwards. */
  static Stream<Target> targets(Step step) {
    return switch (step) {
      case Question question -> Stream.concat(answers(question), exits(question.exits()));
      case Step.Handover handover -> Stream.concat(unavailable(handover), afterAgents(handover));
      case Step.Call call -> Stream.of(call.next());
      case Step.Passing passing -> passing(passing);
    };
  }

  /**
   * The ways out that are taken without anybody having to write and without time having to pass: an
   * answer of a service may come at once.
   */
  static Stream<Target> atOnce(Step step) {
    return switch (step) {
      case Question question ->
          Stream.concat(undelivered(question.exits()), nothingToOffer(question));
      case Step.Handover handover -> unavailable(handover);
      case Step.Wait wait when !isAtOnce(wait.until()) -> Stream.empty();
      case Step.Call call -> Stream.of(call.next());
      case Step.Passing passing -> passing(passing);
    };
  }

  /** A time that may have come already: none at all, or one before a window that is closed. */
  private static boolean isAtOnce(Moment moment) {
    return moment.at().isEmpty() && moment.after().filter(Duration::isPositive).isEmpty();
  }

  private static Stream<Target> passing(Step.Passing step) {
    return switch (step) {
      case Step.Say say -> Stream.of(say.next());
      case Step.Link link -> Stream.of(link.next());
      case Step.Set set -> Stream.of(set.next());
      case Step.SendTemplate template -> Stream.of(template.next());
      case Step.Tag tag -> Stream.of(tag.next());
      case Step.Wait(var _, var next) -> Stream.of(next);
      case Step.Http http -> outcomes(http);
      case Step.Call call -> Stream.of(call.next());
      case Step.Later later when isAtOnce(later.when()) ->
          Stream.of(new Target.To(later.flow()), later.next());
      case Step.Later later -> Stream.of(later.next());
      case Step.CancelLater cancel -> Stream.of(cancel.next());
      case Step.Goto(var target) -> Stream.of(target);
      case Step.Branch(var cases, var otherwise) ->
          Stream.concat(cases.stream().map(Step.Branch.Case::target), Stream.of(otherwise));
      case Step.Split(var shares) -> shares.stream().map(Step.Split.Share::target);
      case Step.Handover handover -> unavailable(handover);
    };
  }

  private static Stream<Target> answers(Question question) {
    return switch (question) {
      case Question.Menu menu -> Stream.concat(options(menu), fromData(menu.offer()));
      case Question.AskByTemplate template -> options(template);
      case Question.Ask _, Question.Form _, Question.Shop _ -> Stream.of(question.next());
    };
  }

  private static Stream<Target> options(Question.ByOption question) {
    return question.options().stream().map(Option::goTo);
  }

  private static Stream<Target> fromData(Offer offer) {
    return switch (offer) {
      case Offer.FromData data -> Stream.of(data.goTo(), data.empty());
      case Offer.Written _ -> Stream.empty();
    };
  }

  private static Stream<Target> nothingToOffer(Question question) {
    return question instanceof Question.Menu menu && menu.offer() instanceof Offer.FromData data
        ? Stream.of(data.empty())
        : Stream.empty();
  }

  private static Stream<Target> outcomes(Step.Http http) {
    return Stream.concat(
        Stream.of(http.next()),
        Stream.concat(http.onStatus().values().stream(), http.onError().stream()));
  }

  private static Stream<Target> afterAgents(Step.Handover handover) {
    var returned = handover.returned().map(Step.Handover.Leave::goTo).orElse(handover.next());
    return Stream.concat(
        handover.timeout().map(it -> it.leave().goTo()).stream(), Stream.of(returned));
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
    var silence = exits.silence().flatMap(Exits.Silence::giveUp).map(Exits.GiveUp::goTo);
    return Stream.concat(
        exits.wrong().goTo().stream(), Stream.concat(silence.stream(), undelivered(exits)));
  }

  private static Stream<Target> undelivered(Exits exits) {
    return switch (exits.undelivered()) {
      case Exits.Undelivered.GoTo(var target) -> Stream.of(target);
      case Exits.Undelivered.Hold _ -> Stream.empty();
    };
  }

  static Stream<StepRef> steps(Stream<Target> targets) {
    return targets.flatMap(it -> step(it).stream());
  }
}
