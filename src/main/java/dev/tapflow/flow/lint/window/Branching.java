package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A branch that asks whether the window is open parts the times of arrival. */
final class Branching {

  private static final Pattern AND = Pattern.compile("\\s*&&\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final List<String> OPEN =
      List.of("window.open", "(window.open)", "window.open==true");
  private static final List<String> CLOSED =
      List.of("!window.open", "!(window.open)", "(!window.open)", "window.open==false");

  private Branching() {}

  static Stream<Arrow> of(Step.Branch branch, Elapsed at) {
    var arrows = new ArrayList<Arrow>();
    Optional<Elapsed> rest = Optional.of(at);
    for (var one : branch.cases()) {
      var condition = one.condition().source();
      rest.flatMap(it -> where(condition, it))
          .ifPresent(it -> arrows.add(Arrow.on(one.target(), it)));
      rest = rest.flatMap(it -> otherwise(condition, it));
    }
    rest.ifPresent(it -> arrows.add(Arrow.on(branch.otherwise(), it)));
    return arrows.stream();
  }

  /** When the condition can hold. */
  private static Optional<Elapsed> where(String condition, Elapsed at) {
    Optional<Elapsed> held = Optional.of(at);
    if (condition.contains("||") || condition.contains("?")) {
      return held;
    }
    for (var part : AND.split(condition)) {
      held = held.flatMap(it -> narrowed(part, it));
    }
    return held;
  }

  private static Optional<Elapsed> narrowed(String condition, Elapsed at) {
    var bare = bare(condition);
    if (OPEN.contains(bare)) {
      return at.whileOpen();
    }
    return CLOSED.contains(bare) ? at.whileClosed() : Optional.of(at);
  }

  /** When it can fail to hold. */
  private static Optional<Elapsed> otherwise(String condition, Elapsed at) {
    var bare = bare(condition);
    if (OPEN.contains(bare)) {
      return at.whileClosed();
    }
    return CLOSED.contains(bare) ? at.whileOpen() : Optional.of(at);
  }

  private static String bare(String condition) {
    return SPACES.matcher(condition).replaceAll("");
  }
}
