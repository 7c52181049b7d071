package dev.tapflow.rehearsal;

import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.trial.TestCase;
import java.util.List;
import java.util.Optional;

/** Plays one case to its end, or to the first thing that is not as expected. */
final class Script {

  private final World world;
  private final String file;
  private final String flow;

  /**
   * @param flow whose steps are meant where no flow is named
   */
  Script(World world, String file, String flow) {
    this.world = world;
    this.file = file;
    this.flow = flow;
  }

  /** What came of it, and the stage as it was left. */
  record Played(CaseResult result, Optional<Stage> stage) {}

  Played play(TestCase test) {
    try {
      var stage = world.stage(test, flow);
      var failure = lines(test, stage);
      return new Played(result(test, failure, stage.chat()), Optional.of(stage));
    } catch (World.Impossible impossible) {
      var failure =
          new CaseResult.Failure(
              test.place(), String.valueOf(impossible.getMessage()), Optional.empty());
      return new Played(result(test, Optional.of(failure), List.of()), Optional.empty());
    }
  }

  private CaseResult result(
      TestCase test, Optional<CaseResult.Failure> failure, List<ChatLine> chat) {
    return new CaseResult(file, test.name(), test.place(), failure, chat);
  }

  private Optional<CaseResult.Failure> lines(TestCase test, Stage stage) {
    var acts = new Acts(world, stage, flow);
    var expectations = new Expectations(stage, flow);
    int carried = 0;
    for (var line : test.lines()) {
      carried = line instanceof Line.Act ? stage.unheard().size() : carried;
      var failure =
          switch (line) {
            case Line.Act act -> acts.play(act).or(() -> trouble(stage, act));
            case Line.Expectation expected -> expectations.check(expected);
          };
      if (failure.isPresent()) {
        return failure;
      }
    }
    return leftOver(test, stage, carried);
  }

  private static Optional<CaseResult.Failure> trouble(Stage stage, Line.Act act) {
    return stage.trouble().map(it -> new CaseResult.Failure(act.place(), it, Optional.empty()));
  }

  /**
   * What the bot said last may be left unlisted only where the case ends by looking at something
   * else, as the first example of the language page does.
   *
   * @param carried how many messages of earlier turns nobody had listed when the last one began
   */
  private static Optional<CaseResult.Failure> leftOver(TestCase test, Stage stage, int carried) {
    if (stage.unheard().isEmpty()) {
      return Optional.empty();
    }
    var last = test.lines().getLast();
    return last instanceof Line.Expectation && carried == 0
        ? Optional.empty()
        : Optional.of(SpeechCheck.unlisted(stage, last.place()));
  }
}
