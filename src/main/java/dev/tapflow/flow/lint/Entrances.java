package dev.tapflow.flow.lint;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.StepRef;
import java.util.stream.Stream;

/** Steps that bot.yaml sends customers to, from wherever they are. */
final class Entrances {

  private Entrances() {}

  static Stream<StepRef> of(Bot bot) {
    var commands = bot.commands().values().stream().flatMap(it -> target(it.action()));
    var button = bot.textButton().flatMap(it -> Arrows.step(it.goTo())).stream();
    var limit =
        switch (bot.limits().onLimit()) {
          case Bot.OnLimit.GoTo(var target) -> Arrows.step(target).stream();
          case Bot.OnLimit.HandOver _ -> Stream.<StepRef>empty();
        };
    return Stream.of(commands, button, limit).flatMap(it -> it);
  }

  private static Stream<StepRef> target(Bot.Action action) {
    return switch (action) {
      case Bot.Action.GoTo(var target) -> Arrows.step(target).stream();
      case Bot.Action.OptOut _, Bot.Action.OptIn _ -> Stream.empty();
    };
  }
}
