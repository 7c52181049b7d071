package dev.tapflow.flow.lint;

import dev.tapflow.flow.Step;

/** The key that says what a step does. */
final class Verbs {

  private Verbs() {}

  static String of(Step step) {
    return switch (step) {
      case Step.Say _ -> "say";
      case Step.Menu _ -> "menu";
      case Step.Ask _ -> "ask";
      case Step.Set _ -> "set";
      case Step.Branch _ -> "branch";
      case Step.Goto _ -> "goto";
      case Step.SendTemplate _ -> "template";
      case Step.Handover _ -> "handover";
    };
  }
}
