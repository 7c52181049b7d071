package dev.tapflow.graph;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every way out of a step with the words that stand at its arrow. */
final class Ways {

  private Ways() {}

  static List<Way> of(Step step) {
    return switch (step) {
      case Question question -> Stream.concat(answers(question), exits(question.exits())).toList();
      case Step.Say say -> List.of(Way.onward(say.next()));
      case Step.Link link -> List.of(Way.onward(link.next()));
      case Step.Set set -> List.of(Way.onward(set.next()));
      case Step.Tag tag -> List.of(Way.onward(tag.next()));
      case Step.SendTemplate template -> List.of(Way.onward(template.next()));
      case Step.Wait wait -> List.of(Way.onward(wait.next()));
      case Step.CancelLater cancel -> List.of(Way.onward(cancel.next()));
      case Step.Goto(var target) -> List.of(Way.onward(target));
      case Step.Branch branch -> branch(branch);
      case Step.Split split -> split(split);
      case Step.Call call ->
          List.of(Way.later("calls", new Target.To(call.flow())), Way.onward(call.next()));
      case Step.Later later ->
          List.of(
              Way.later(moment(later.when()), new Target.To(later.flow())),
              Way.onward(later.next()));
      case Step.Http http -> http(http);
      case Step.Handover handover -> handover(handover);
    };
  }

  private static Stream<Way> answers(Question question) {
    return switch (question) {
      case Question.Menu menu -> Stream.concat(fromData(menu.offer()), options(menu.options()));
      case Question.AskByTemplate template -> options(template.options());
      case Question.Ask _, Question.Form _, Question.Shop _ ->
          Stream.of(Way.onward(question.next()));
    };
  }

  private static Stream<Way> options(List<Option> options) {
    return options.stream().map(it -> Way.by(Words.of(it.title()), it.goTo()));
  }

  private static Stream<Way> fromData(Offer offer) {
    return switch (offer) {
      case Offer.Written _ -> Stream.empty();
      case Offer.FromData data ->
          Stream.of(
              Way.by("each " + Words.of(data.title()), data.goTo()),
              Way.unless("empty", data.empty()));
    };
  }

  private static Stream<Way> exits(Exits exits) {
    var wrong = exits.wrong();
    var silence = exits.silence().flatMap(Exits.Silence::giveUp);
    var undelivered =
        switch (exits.undelivered()) {
          case Exits.Undelivered.GoTo(var target) -> Optional.of(target);
          case Exits.Undelivered.Hold _ -> Optional.<Target>empty();
        };
    return Stream.of(
            wrong.goTo().map(it -> Way.unless("wrong ×" + wrong.tries(), it)),
            silence.map(it -> Way.unless("silence", it.goTo())),
            undelivered.map(it -> Way.unless("undelivered", it)))
        .flatMap(Optional::stream);
  }

  private static List<Way> branch(Step.Branch branch) {
    return Stream.concat(
            branch.cases().stream()
                .map(it -> Way.by(Words.shortened(it.condition().source()), it.target())),
            Stream.of(Way.by("else", branch.otherwise())))
        .toList();
  }

  private static List<Way> split(Step.Split split) {
    var total = split.shares().stream().mapToInt(Step.Split.Share::weight).sum();
    return split.shares().stream()
        .map(it -> Way.by(Math.round(100.0 * it.weight() / total) + " %", it.target()))
        .toList();
  }

  private static List<Way> http(Step.Http http) {
    var statuses =
        http.onStatus().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(it -> Way.unless(it.getKey().toString(), it.getValue()));
    var error = http.onError().map(it -> Way.unless("error", it));
    return Stream.of(Stream.of(Way.onward(http.next())), statuses, error.stream())
        .flatMap(it -> it)
        .toList();
  }

  private static List<Way> handover(Step.Handover handover) {
    var returned = handover.returned().map(Step.Handover.Leave::goTo).orElseGet(handover::next);
    return Stream.of(
            Optional.of(Way.by("returned", returned)),
            handover.unavailable().map(it -> Way.unless("unavailable", it.goTo())),
            handover
                .timeout()
                .map(it -> Way.unless("after " + Words.of(it.after()), it.leave().goTo())))
        .flatMap(Optional::stream)
        .toList();
  }

  /** "after 2h", "at 08:00", "30m before the window closes". */
  static String moment(Moment when) {
    return Stream.of(
            when.after().map(it -> "after " + Words.of(it)),
            when.at().map(it -> "at " + Words.of(it)),
            when.beforeWindowCloses().map(it -> Words.of(it) + " before the window closes"))
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + " or " + other)
        .orElse("later");
  }
}
