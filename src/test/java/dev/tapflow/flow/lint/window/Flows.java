package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Trigger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flows written in Java, each step in one line. */
final class Flows {

  private final Map<String, Flow> flows = new LinkedHashMap<>();

  /** Steps in order; the first is the start. */
  @SafeVarargs
  final Flows flow(String name, Trigger trigger, Map.Entry<String, Step>... steps) {
    var byName = new LinkedHashMap<String, Step>();
    for (var step : steps) {
      byName.put(step.getKey(), step.getValue());
    }
    var start = new StepRef(name, steps[0].getKey());
    flows.put(name, new Flow(name, start, List.of(trigger), false, Map.of(), Map.of(), byName));
    return this;
  }

  Map<String, Flow> all() {
    return flows;
  }

  /** Messages outside the window: {@code flow#step maybe|always: step kind seconds, …}. */
  List<String> outside() {
    return WindowWalk.of(flows, List.of()).stream()
        .map(
            it ->
                "%s %s%s: %s"
                    .formatted(
                        it.step().text(),
                        it.always() ? "always" : "maybe",
                        it.part() == Outside.Part.VERB ? "" : " " + it.part(),
                        String.join(
                            ", ",
                            it.way().stream()
                                .map(
                                    lapse ->
                                        lapse.step().step()
                                            + " "
                                            + lapse.atMost().map(Duration::toHours).orElse(-1L))
                                .toList())))
        .toList();
  }

  static Trigger typed() {
    return new Trigger.NewConversation();
  }

  static Map.Entry<String, Step> say(String name, String next) {
    return Map.entry(name, new Step.Say(Text.literal("Hi"), Optional.empty(), to(next)));
  }

  static Map.Entry<String, Step> template(String name, String next) {
    var template =
        new TemplateCall("t", Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
    return Map.entry(name, new Step.SendTemplate(template, to(next)));
  }

  static Map.Entry<String, Step> pause(String name, String hours, String next) {
    return pause(name, after(hours), next);
  }

  static Map.Entry<String, Step> pause(String name, Moment moment, String next) {
    return Map.entry(name, new Step.Wait(moment, to(next)));
  }

  static Map.Entry<String, Step> call(String name, String flow, String next) {
    return Map.entry(
        name,
        new Step.Call(
            ((Target.To) to(flow)).step(), new LinkedHashMap<>(), Optional.empty(), to(next)));
  }

  static Map.Entry<String, Step> later(String name, String flow, String hours, String next) {
    return Map.entry(
        name,
        new Step.Later(
            name,
            ((Target.To) to(flow)).step(),
            after(hours),
            new LinkedHashMap<>(),
            false,
            to(next)));
  }

  static Map.Entry<String, Step> branch(String name, String condition, String then, String other) {
    return Map.entry(
        name,
        new Step.Branch(
            List.of(new Step.Branch.Case(new Expression(condition), to(then))), to(other)));
  }

  static Map.Entry<String, Step> ask(String name, Optional<Exits.Silence> silence, String next) {
    var exits =
        new Exits(
            Exits.BUILT_IN.wrong(), silence, Exits.Stale.REROUTE, Exits.BUILT_IN.undelivered());
    return Map.entry(
        name,
        new Question.Ask(
            Text.literal("What?"),
            AnswerType.TEXT,
            List.of(),
            Optional.empty(),
            to(next),
            exits,
            false));
  }

  static Map.Entry<String, Step> handover(
      String name, Optional<Duration> timeout, String late, String returned) {
    return Map.entry(
        name,
        new Step.Handover(
            "team",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(Text.literal("Here")),
            Optional.empty(),
            timeout.map(
                it -> new Step.Handover.Timeout(it, new Step.Handover.Leave(said(), to(late)))),
            Optional.of(new Step.Handover.Leave(Optional.empty(), to(returned))),
            new Target.End()));
  }

  private static Optional<Text> said() {
    return Optional.of(Text.literal("Sorry"));
  }

  static Moment after(String hours) {
    return new Moment(Optional.of(hours(hours)), Optional.empty(), Optional.empty());
  }

  static Moment until(String time) {
    return new Moment(Optional.empty(), Optional.of(Text.literal(time)), Optional.empty());
  }

  static Moment beforeWindowCloses(String hours) {
    return new Moment(Optional.empty(), Optional.empty(), Optional.of(hours(hours)));
  }

  static Exits.Silence silence(String after, Exits.GiveUp end) {
    return new Exits.Silence(hours(after), said(), Optional.of(end));
  }

  static Exits.GiveUp giveUp(String after, String target) {
    return new Exits.GiveUp(Optional.of(hours(after)), Optional.empty(), to(target));
  }

  static Exits.GiveUp giveUpBefore(String hours, String target) {
    return new Exits.GiveUp(Optional.empty(), Optional.of(hours(hours)), to(target));
  }

  static Duration hours(String hours) {
    return Duration.ofMinutes((long) (Double.parseDouble(hours) * 60));
  }

  /** {@code flow#step} or {@code end}. */
  static Target to(String target) {
    var parts = target.split("#");
    return target.equals("end") ? new Target.End() : new Target.To(new StepRef(parts[0], parts[1]));
  }
}
