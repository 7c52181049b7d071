package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a conversation can go from one step, and when it gets there. */
final class Arrows {

  /** A message that is older than this when its turn comes is not sent, which is "undelivered". */
  private static final Duration UNDELIVERED = Duration.ofHours(1);

  /** How long one attempt of a call takes at most where the flow does not say. */
  private static final Duration ATTEMPT = Duration.ofSeconds(30);

  private final StepRef from;
  private final Elapsed at;

  private Arrows(StepRef from, Elapsed at) {
    this.from = from;
    this.at = at;
  }

  /**
   * All but what a sub-flow leads to.
   *
   * @param at when the conversation comes to the step
   */
  static Stream<Arrow> of(StepRef from, Step step, Elapsed at) {
    return new Arrows(from, at).of(step);
  }

  private Stream<Arrow> of(Step step) {
    return switch (step) {
      case Step.Say say -> Stream.of(Arrow.on(say.next(), at));
      case Step.Link link -> Stream.of(Arrow.on(link.next(), at));
      case Step.Set set -> Stream.of(Arrow.on(set.next(), at));
      case Step.SendTemplate template -> Stream.of(Arrow.on(template.next(), at));
      case Step.Tag tag -> Stream.of(Arrow.on(tag.next(), at));
      case Step.CancelLater cancel -> Stream.of(Arrow.on(cancel.next(), at));
      case Step.Goto(var target) -> Stream.of(Arrow.on(target, at));
      case Step.Split(var shares) -> shares.stream().map(it -> Arrow.on(it.target(), at));
      case Step.Branch branch -> Branching.of(branch, at);
      case Step.Call _ -> Stream.empty();
      case Step.Wait(var until, var next) ->
          Stream.of(
              Arrow.on(
                  next, Clockwork.due(at, until), lapse(Lapse.Kind.WAIT, Clockwork.atMost(until))));
      case Step.Later later -> later(later);
      case Step.Http http -> http(http);
      case Step.Handover handover -> handover(handover);
      case Question question -> Stream.concat(answers(question), exits(question.exits()));
    };
  }

  /** The customer goes on writing, or not. */
  private Stream<Arrow> later(Step.Later later) {
    var due = Clockwork.due(at, later.when()).orSinceAnyMessage();
    var lapse = lapse(Lapse.Kind.LATER, Clockwork.atMost(later.when()));
    return Stream.of(
        Arrow.on(later.next(), at), Arrow.beside(new Target.To(later.flow()), due, lapse));
  }

  private Stream<Arrow> http(Step.Http http) {
    var longest = http.timeout().orElse(ATTEMPT).multipliedBy(1L + http.retry());
    var lapse = lapse(Lapse.Kind.HTTP, Optional.of(longest));
    return Stream.of(
            Stream.of(http.next()), http.onStatus().values().stream(), http.onError().stream())
        .flatMap(it -> it)
        .map(it -> Arrow.on(it, at.plus(Duration.ZERO, longest), lapse));
  }

  private Stream<Arrow> handover(Step.Handover handover) {
    var unavailable = handover.unavailable().map(it -> Arrow.on(it.goTo(), at));
    var timeout =
        handover
            .timeout()
            .map(
                it ->
                    Arrow.on(
                        it.leave().goTo(),
                        at.plus(it.after()).orSinceAnyMessage(),
                        lapse(Lapse.Kind.HANDOVER, Optional.of(it.after()))));
    var returned = handover.returned().map(Step.Handover.Leave::goTo).orElse(handover.next());
    return Stream.concat(
        Stream.concat(unavailable.stream(), timeout.stream()),
        Stream.of(Arrow.on(returned, Elapsed.ANY, lapse(Lapse.Kind.HANDOVER, Optional.empty()))));
  }

  private Stream<Arrow> answers(Question question) {
    return switch (question) {
      case Question.Menu menu -> Stream.concat(options(menu), fromData(menu.offer()));
      case Question.AskByTemplate template -> options(template);
      case Question.Ask _, Question.Form _, Question.Shop _ ->
          Stream.of(Arrow.answered(question.next()));
    };
  }

  private static Stream<Arrow> options(Question.ByOption question) {
    return question.options().stream().map(Option::goTo).map(Arrow::answered);
  }

  private Stream<Arrow> fromData(Offer offer) {
    return switch (offer) {
      case Offer.FromData data ->
          Stream.of(Arrow.answered(data.goTo()), Arrow.on(data.empty(), at));
      case Offer.Written _ -> Stream.empty();
    };
  }

  private Stream<Arrow> exits(Exits exits) {
    var wrong = exits.wrong().goTo().map(Arrow::answered);
    var silence = exits.silence().flatMap(it -> it.giveUp().flatMap(end -> givenUp(it, end)));
    var undelivered =
        switch (exits.undelivered()) {
          case Exits.Undelivered.GoTo(var target) ->
              Stream.of(
                  Arrow.on(
                      target,
                      at.plus(Duration.ZERO, UNDELIVERED),
                      lapse(Lapse.Kind.UNDELIVERED, Optional.of(UNDELIVERED))));
          case Exits.Undelivered.Hold _ -> Stream.<Arrow>empty();
        };
    return Stream.concat(Stream.concat(wrong.stream(), silence.stream()), undelivered);
  }

  private Optional<Arrow> givenUp(Exits.Silence silence, Exits.GiveUp end) {
    var atMost = end.after().isEmpty() ? end.beforeWindowCloses() : Optional.<Duration>empty();
    var lapse =
        lapse(
            Lapse.Kind.SILENCE,
            atMost
                .map(Duration.ofDays(1)::minus)
                .or(() -> Optional.of(Clockwork.longest(silence, end))));
    return Clockwork.givenUp(at, silence).map(it -> Arrow.on(end.goTo(), it, lapse));
  }

  private Lapse lapse(Lapse.Kind kind, Optional<Duration> atMost) {
    return new Lapse(from, kind, atMost);
  }
}
