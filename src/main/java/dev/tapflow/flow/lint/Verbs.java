package dev.tapflow.flow.lint;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;

/** The key that says what a step does. */
final class Verbs {

  private Verbs() {}

  static String of(Step step) {
    return switch (step) {
      case Step.Say _ -> "say";
      case Question.Menu _ -> "menu";
      case Question.Ask _ -> "ask";
      case Step.Set _ -> "set";
      case Step.Branch _ -> "branch";
      case Step.Goto _ -> "goto";
      case Step.SendTemplate _ -> "template";
      case Step.Handover _ -> "handover";
      case Step.Link _ -> "link";
      case Step.Split _ -> "split";
      case Step.Call _ -> "call";
      case Step.Http _ -> "http";
      case Step.Wait _ -> "wait";
      case Step.Later _, Step.CancelLater _ -> "later";
      case Step.Tag _ -> "tag";
      case Question.Form _ -> "form";
      case Question.AskByTemplate _ -> "template";
      case Question.Shop shop ->
          switch (shop.goods()) {
            case Question.Goods.One _ -> "product";
            case Question.Goods.Some _ -> "products";
            case Question.Goods.All _ -> "catalog";
          };
    };
  }
}
