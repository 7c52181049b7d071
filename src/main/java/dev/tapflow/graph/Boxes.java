package dev.tapflow.graph;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.graph.FlowGraph.Box;
import dev.tapflow.graph.FlowGraph.Kind;
import java.util.stream.Collectors;

/** The box that stands for a step. */
final class Boxes {

  private Boxes() {}

  static Box of(String name, Step step) {
    return switch (step) {
      case Step.Say say -> new Box(name, Kind.MESSAGE, "say", Words.of(say.text()));
      case Step.Link link -> new Box(name, Kind.MESSAGE, "link", Words.of(link.text()));
      case Step.SendTemplate it -> new Box(name, Kind.MESSAGE, "template", it.template().name());
      case Question question -> question(name, question);
      case Step.Set set ->
          new Box(
              name,
              Kind.LOGIC,
              "set",
              set.assignments().stream()
                  .map(it -> it.variable().text())
                  .collect(Collectors.joining(", ")));
      case Step.Branch _ -> new Box(name, Kind.LOGIC, "branch", "");
      case Step.Split _ -> new Box(name, Kind.LOGIC, "split", "");
      case Step.Goto _ -> new Box(name, Kind.LOGIC, "goto", "");
      case Step.Call call -> new Box(name, Kind.LOGIC, "call", call.flow().text());
      case Step.Tag tag ->
          new Box(
              name,
              Kind.LOGIC,
              "tag",
              tag.add().stream().map(Words::of).collect(Collectors.joining(", ")));
      case Step.Http http ->
          new Box(name, Kind.SERVICE, "http", http.method() + " " + Words.of(http.url()));
      case Step.Wait wait -> new Box(name, Kind.TIME, "wait", Ways.moment(wait.until()));
      case Step.Later later -> new Box(name, Kind.TIME, "later", later.flow().text());
      case Step.CancelLater cancel -> new Box(name, Kind.TIME, "cancel", cancel.name());
      case Step.Handover handover -> new Box(name, Kind.PERSON, "handover", handover.team());
    };
  }

  private static Box question(String name, Question question) {
    return switch (question) {
      case Question.Menu menu -> new Box(name, Kind.QUESTION, "menu", Words.of(menu.body()));
      case Question.Ask ask -> new Box(name, Kind.QUESTION, "ask", Words.of(ask.body()));
      case Question.Form form -> new Box(name, Kind.QUESTION, "form", Words.of(form.body()));
      case Question.AskByTemplate it ->
          new Box(name, Kind.QUESTION, "template", it.template().name());
      case Question.Shop shop -> new Box(name, Kind.QUESTION, verb(shop), Words.of(shop.body()));
    };
  }

  private static String verb(Question.Shop shop) {
    return switch (shop.goods()) {
      case Question.Goods.One _ -> "product";
      case Question.Goods.Some _ -> "products";
      case Question.Goods.All _ -> "catalog";
    };
  }
}
