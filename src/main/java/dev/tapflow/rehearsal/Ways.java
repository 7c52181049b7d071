package dev.tapflow.rehearsal;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways out of a step that its author wrote: what there is to cover.
 *
 * @param options of a question
 * @param exits its other ways out; a step that only goes on has none
 */
record Ways(List<String> options, List<Exit> exits) {

  /** Made from data: all its elements count as one. */
  static final String FROM_DATA = "each";

  /**
   * One way out.
   *
   * @param name as the trace has it, such as {@code silence}; of a branch its target
   * @param target where it leads, where that tells it from others
   */
  record Exit(String name, Optional<Target> target) {

    static Exit named(String name) {
      return new Exit(name, Optional.empty());
    }

    static Exit to(Target target) {
      return new Exit("-> " + target.text(), Optional.of(target));
    }
  }

  static Ways of(Step step) {
    return switch (step) {
      case Question question -> new Ways(options(question), exits(question));
      case Step.Branch branch ->
          only(
              Stream.concat(
                      branch.cases().stream().map(Step.Branch.Case::target),
                      Stream.of(branch.otherwise()))
                  .distinct()
                  .map(Exit::to)
                  .toList());
      case Step.Split split ->
          only(
              split.shares().stream()
                  .map(Step.Split.Share::target)
                  .distinct()
                  .map(Exit::to)
                  .toList());
      case Step.Http http -> only(http(http));
      case Step.Handover handover -> only(handover(handover));
      case Step.Say _,
          Step.Link _,
          Step.Set _,
          Step.Goto _,
          Step.Call _,
          Step.SendTemplate _,
          Step.Tag _,
          Step.Wait _,
          Step.Later _,
          Step.CancelLater _ ->
          only(List.of());
    };
  }

  private static Ways only(List<Exit> exits) {
    return new Ways(List.of(), exits);
  }

  private static List<String> options(Question question) {
    return switch (question) {
      case Question.Menu menu -> {
        var ids = new ArrayList<String>();
        if (menu.offer() instanceof Offer.FromData) {
          ids.add(FROM_DATA);
        }
        menu.options().stream().map(Option::id).forEach(ids::add);
        yield ids;
      }
      case Question.AskByTemplate template -> template.options().stream().map(Option::id).toList();
      case Question.Ask _, Question.Form _, Question.Shop _ -> List.of();
    };
  }

  private static List<Exit> exits(Question question) {
    var exits = new ArrayList<Exit>();
    if (!(question instanceof Question.ByOption)) {
      exits.add(Exit.named("answer"));
    }
    if (question instanceof Question.Menu menu && menu.offer() instanceof Offer.FromData data) {
      exits.add(new Exit("empty", Optional.of(data.empty())));
    }
    var written = question.exits();
    if (written.wrong().goTo().isPresent()) {
      exits.add(Exit.named("wrong"));
    }
    if (written.silence().flatMap(Exits.Silence::remind).isPresent()) {
      exits.add(Exit.named("remind"));
    }
    if (written.silence().flatMap(Exits.Silence::giveUp).isPresent()) {
      exits.add(Exit.named("silence"));
    }
    if (written.undelivered() instanceof Exits.Undelivered.GoTo) {
      exits.add(Exit.named("undelivered"));
    }
    return exits;
  }

  private static List<Exit> http(Step.Http http) {
    var exits = new ArrayList<Exit>();
    exits.add(new Exit("next", Optional.of(http.next())));
    http.onStatus().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(it -> exits.add(new Exit("on_status:" + it.getKey(), Optional.of(it.getValue()))));
    http.onError().ifPresent(it -> exits.add(new Exit("on_error", Optional.of(it))));
    return exits;
  }

  private static List<Exit> handover(Step.Handover handover) {
    var exits = new ArrayList<Exit>();
    handover.unavailable().ifPresent(_ -> exits.add(Exit.named("unavailable")));
    handover.timeout().ifPresent(_ -> exits.add(Exit.named("timeout")));
    handover.accepted().ifPresent(_ -> exits.add(Exit.named("accepted")));
    exits.add(Exit.named("returned"));
    return exits;
  }
}
