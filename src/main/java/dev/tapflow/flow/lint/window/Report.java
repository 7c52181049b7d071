package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.lint.window.Visit.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a finished walk says of the messages it met. */
final class Report {

  /** One message of one step. */
  private record Message(StepRef step, Outside.Part part) {}

  /** A message where it was met; those of one step differ by the call they belong to. */
  private record Met(Node node, Sending sending) {

    /** The worse of two, and their time together. */
    Met with(Met other) {
      var at = sending.at().or(other.sending.at());
      var worse = other.sending.at().latest() > sending.at().latest() ? other : this;
      return new Met(worse.node, new Sending(sending.part(), at, worse.sending.lapse()));
    }
  }

  private final Map<Node, Visit> visits;
  private final Function<StepRef, Optional<Step>> steps;

  Report(Map<Node, Visit> visits, Function<StepRef, Optional<Step>> steps) {
    this.visits = visits;
    this.steps = steps;
  }

  List<Outside> outside() {
    var met = new LinkedHashMap<Message, Met>();
    visits.forEach(
        (node, visit) ->
            steps.apply(node.step()).stream()
                .flatMap(it -> Sending.of(node.step(), it, visit.at()))
                .forEach(
                    it ->
                        met.merge(
                            new Message(node.step(), it.part()), new Met(node, it), Met::with)));
    return met.entrySet().stream()
        .filter(it -> it.getValue().sending().at().mayBeOutside())
        .map(it -> outside(it.getKey(), it.getValue()))
        .toList();
  }

  private Outside outside(Message message, Met met) {
    var way = new Way(visits).to(met.node());
    met.sending().lapse().ifPresent(way::add);
    return new Outside(message.step(), message.part(), met.sending().at().isAlwaysOutside(), way);
  }
}
