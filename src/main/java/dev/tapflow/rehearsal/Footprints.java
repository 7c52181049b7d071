package dev.tapflow.rehearsal;

import dev.tapflow.engine.Conversation;
import dev.tapflow.engine.Trace;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.ReplyId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Where the cases of a run have been. */
final class Footprints {

  private final Release release;
  private final Set<StepRef> steps = new HashSet<>();
  private final Set<Taken> taken = new HashSet<>();
  private final Set<ReplyId.Option> tapped = new HashSet<>();

  /** A way out that was gone. */
  private record Taken(StepRef from, String exit, String to) {}

  /**
   * @param release as it is written; what stands in for a flow covers nothing of it
   */
  Footprints(Release release) {
    this.release = release;
  }

  void follow(Stage stage, Set<String> standIns) {
    Predicate<StepRef> real = it -> !standIns.contains(it.flow());
    stage.trace().forEach(it -> follow(it, real));
    stage.session().conversation().map(Conversation::at).filter(real).ifPresent(steps::add);
    stage.tapped().stream().filter(it -> !standIns.contains(it.flow())).forEach(tapped::add);
  }

  private void follow(Trace trace, Predicate<StepRef> real) {
    switch (trace) {
      case Trace.Started(var at, _, _) -> at(at, real);
      case Trace.Moved(var from, var exit, var to, _, _) -> {
        at(from, real);
        taken.add(new Taken(from, exit, to.text()));
        if (to instanceof Target.To(var step)) {
          at(step, real);
        }
      }
      case Trace.Stayed(var at, var exit, _) -> {
        at(at, real);
        taken.add(new Taken(at, exit, ""));
      }
      case Trace.Failed _, Trace.Cut _, Trace.LimitReached _ -> {}
    }
  }

  private void at(StepRef step, Predicate<StepRef> real) {
    if (real.test(step)) {
      steps.add(step);
    }
  }

  Coverage coverage() {
    return new Coverage(
        release.flows().values().stream()
            .sorted(Comparator.comparing(Flow::name))
            .map(this::of)
            .toList());
  }

  private Coverage.OfFlow of(Flow flow) {
    var options = new Count();
    var exits = new Count();
    var visited = new Count();
    flow.steps()
        .forEach(
            (name, step) -> {
              var at = new StepRef(flow.name(), name);
              visited.add(name, steps.contains(at));
              var ways = Ways.of(step);
              ways.options().forEach(it -> options.add(name + "." + it, isChosen(at, it, ways)));
              ways.exits().forEach(it -> exits.add(name + "." + it.name(), isGone(at, it, step)));
            });
    return new Coverage.OfFlow(flow.name(), visited.part(), options.part(), exits.part());
  }

  private boolean isChosen(StepRef at, String option, Ways ways) {
    if (option.equals(Ways.FROM_DATA)) {
      return taken.stream()
          .filter(it -> it.from().equals(at))
          .anyMatch(it -> !ways.options().contains(it.exit()) && isOfData(at, it.exit()));
    }
    return taken.stream().anyMatch(it -> it.from().equals(at) && it.exit().equals(option))
        || tapped.stream()
            .anyMatch(
                it ->
                    it.flow().equals(at.flow())
                        && it.step().equals(at.step())
                        && it.option().equals(option));
  }

  /** An exit that is no other kind of exit: the id that an element of the list has. */
  private boolean isOfData(StepRef at, String exit) {
    return tapped.stream().anyMatch(it -> it.step().equals(at.step()) && it.option().equals(exit))
        || exit.chars().allMatch(Character::isDigit);
  }

  private boolean isGone(StepRef at, Ways.Exit exit, Step step) {
    return taken.stream()
        .filter(it -> it.from().equals(at))
        .anyMatch(it -> it.exit().equals(exit.name()) || (leads(exit, it) && !isAnother(it, step)));
  }

  private static boolean leads(Ways.Exit exit, Taken taken) {
    return exit.target().filter(to -> to.text().equals(taken.to())).isPresent();
  }

  /** Two ways may lead to one place; then their names tell them apart. */
  private static boolean isAnother(Taken taken, Step step) {
    return step instanceof Step.Http
        && Ways.of(step).exits().stream().anyMatch(it -> it.name().equals(taken.exit()));
  }

  /** Counts what is covered. */
  private static final class Count {

    private final List<String> missing = new ArrayList<>();
    private int all;

    void add(String name, boolean covered) {
      all++;
      if (!covered) {
        missing.add(name);
      }
    }

    Coverage.Part part() {
      return new Coverage.Part(all - missing.size(), all, missing);
    }
  }
}
