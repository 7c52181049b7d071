package dev.tapflow.engine;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Trigger;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Builds a release in few words. Steps go into the flow named last; targets are written as in YAML.
 */
final class FlowFixture extends BotFixture<FlowFixture> {

  private static final Pattern INSERTION = Pattern.compile("\\$\\{([^}]*)}");

  private final Map<String, SequencedMap<String, Step>> flows = new LinkedHashMap<>();
  private final Map<String, List<Trigger>> triggers = new LinkedHashMap<>();
  private String id = "0a1b2c3d";
  private String flow = "";
  private final Map<String, Map<String, ValueTree>> returns = new LinkedHashMap<>();

  @Override
  FlowFixture self() {
    return this;
  }

  static FlowFixture flow(String name) {
    return new FlowFixture().and(name);
  }

  FlowFixture and(String name) {
    flow = name;
    flows.put(name, new LinkedHashMap<>());
    triggers.put(name, new ArrayList<>());
    return this;
  }

  FlowFixture release(String id) {
    this.id = id;
    return this;
  }

  FlowFixture onWords(String... words) {
    triggers.get(flow).add(new Trigger.Words(List.of(words)));
    return this;
  }

  FlowFixture onAnyMessage() {
    triggers.get(flow).add(new Trigger.NewConversation());
    return this;
  }

  FlowFixture step(String name, Step step) {
    flows.get(flow).put(name, step);
    return this;
  }

  FlowFixture say(String name, String words, String next) {
    return step(name, new Step.Say(text(words), Optional.empty(), target(next)));
  }

  FlowFixture set(String name, String variable, String value, String next) {
    return step(name, new Step.Set(List.of(assignment(variable, value)), target(next)));
  }

  FlowFixture goTo(String name, String target) {
    return step(name, new Step.Goto(target(target)));
  }

  /** Calls the flow; {@code with} is written {@code name=text}, and the value goes to save. */
  FlowFixture call(String name, String flow, String save, String next, String... with) {
    return step(
        name,
        new Step.Call(
            new StepRef(flow, ""), with(with), Optional.of(variable(save)), target(next)));
  }

  /** What the flow named last comes back with when it ends at a step. */
  FlowFixture returns(String step, String value) {
    returns
        .computeIfAbsent(flow, _ -> new LinkedHashMap<>())
        .put(step, new ValueTree.Leaf(text(value)));
    return this;
  }

  private static SequencedMap<String, Text> with(String... written) {
    var with = new LinkedHashMap<String, Text>();
    for (var entry : written) {
      var parts = entry.split("=", 2);
      with.put(parts[0], text(parts[1]));
    }
    return with;
  }

  FlowFixture pause(String name, Moment until, String next) {
    return step(name, new Step.Wait(until, target(next)));
  }

  FlowFixture later(
      String name, String appointment, String flow, Moment when, String next, String... with) {
    return later(name, appointment, flow, when, false, next, with);
  }

  FlowFixture later(
      String name,
      String appointment,
      String flow,
      Moment when,
      boolean skipIfBusy,
      String next,
      String... with) {
    return step(
        name,
        new Step.Later(appointment, stepOf(flow), when, with(with), skipIfBusy, target(next)));
  }

  private static StepRef stepOf(String written) {
    var hash = written.indexOf('#');
    return hash < 0
        ? new StepRef(written, "")
        : new StepRef(written.substring(0, hash), written.substring(hash + 1));
  }

  FlowFixture cancel(String name, String appointment, String next) {
    return step(name, new Step.CancelLater(appointment, target(next)));
  }

  static Moment in(Duration after) {
    return new Moment(Optional.of(after), Optional.empty(), Optional.empty());
  }

  static Moment at(String written) {
    return new Moment(Optional.empty(), Optional.of(text(written)), Optional.empty());
  }

  static Moment beforeWindowCloses(Duration before) {
    return new Moment(Optional.empty(), Optional.empty(), Optional.of(before));
  }

  FlowFixture tag(String name, String add, String remove, String next) {
    return step(
        name,
        new Step.Tag(
            add.isEmpty() ? List.of() : List.of(text(add)),
            remove.isEmpty() ? List.of() : List.of(text(remove)),
            target(next)));
  }

  FlowFixture split(String name, Step.Split.Share... shares) {
    return step(name, new Step.Split(List.of(shares)));
  }

  Step.Split.Share share(int weight, String target) {
    return new Step.Split.Share(weight, target(target));
  }

  /** A GET that keeps the whole answer in {@code vars.reply}. */
  FlowFixture get(String name, String url, String next, String onError) {
    return http(name, ServiceCall.get(url).save("vars.reply").onError(onError), next);
  }

  FlowFixture http(String name, ServiceCall call, String next) {
    return step(name, call.step(this, target(next)));
  }

  FlowFixture onReferral(String... sources) {
    triggers.get(flow).add(new Trigger.Referral(List.of(sources)));
    return this;
  }

  FlowFixture branch(String name, String condition, String then, String otherwise) {
    return step(
        name,
        new Step.Branch(
            List.of(new Step.Branch.Case(new Expression(condition), target(then))),
            target(otherwise)));
  }

  FlowFixture menu(String name, String body, Exits exits, Option... options) {
    return menu(name, body, Question.Shape.AUTO, exits, options);
  }

  FlowFixture menu(String name, String body, Question.Shape shape, Exits exits, Option... options) {
    return step(
        name,
        new Question.Menu(
            text(body),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Offer.Written(List.of(new Option.Group(Optional.empty(), List.of(options)))),
            shape,
            Optional.of(variable("vars.chosen")),
            new Target.End(),
            exits,
            false));
  }

  FlowFixture ask(
      String name,
      String body,
      AnswerType type,
      String save,
      String next,
      Exits exits,
      Check... checks) {
    return step(
        name,
        new Question.Ask(
            text(body),
            type,
            List.of(checks),
            Optional.of(variable(save)),
            target(next),
            exits,
            false));
  }

  FlowFixture handover(String name, String team, HandoverExits exits) {
    return step(
        name,
        new Step.Handover(
            team,
            Optional.of(text("Came from ${flow.path}, wants ${vars.chosen}")),
            List.of(text("vip")),
            Optional.empty(),
            exits.accepted().map(FlowFixture::text),
            leave(exits.unavailable()),
            leave(exits.timeout()).map(it -> new Step.Handover.Timeout(Duration.ofMinutes(15), it)),
            leave(exits.returned()),
            new Target.End()));
  }

  private Optional<Step.Handover.Leave> leave(Optional<String> written) {
    return written.map(
        it -> {
          var parts = it.split(" -> ", 2);
          return new Step.Handover.Leave(Optional.of(text(parts[0])), target(parts[1]));
        });
  }

  /** The exits of a handover; those that leave are written {@code "Sorry. -> step"}. */
  record HandoverExits(
      Optional<String> accepted,
      Optional<String> unavailable,
      Optional<String> timeout,
      Optional<String> returned) {

    static final HandoverExits NONE =
        new HandoverExits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    HandoverExits accepted(String say) {
      return new HandoverExits(Optional.of(say), unavailable, timeout, returned);
    }

    HandoverExits unavailable(String leave) {
      return new HandoverExits(accepted, Optional.of(leave), timeout, returned);
    }

    HandoverExits timeout(String leave) {
      return new HandoverExits(accepted, unavailable, Optional.of(leave), returned);
    }

    HandoverExits returned(String leave) {
      return new HandoverExits(accepted, unavailable, timeout, Optional.of(leave));
    }
  }

  Option option(String id, String title, String goTo, String... also) {
    return new Option(
        id,
        text(title),
        Optional.empty(),
        List.of(also),
        Optional.empty(),
        List.of(),
        target(goTo),
        Optional.empty(),
        false);
  }

  Exits wrong(int tries, String goTo, String... say) {
    return new Exits(
        new Exits.Wrong(
            Arrays.stream(say).map(FlowFixture::text).toList(),
            tries,
            Optional.of(goTo).filter(it -> !it.isEmpty()).map(this::target)),
        Optional.empty(),
        Exits.Stale.REROUTE,
        new Exits.Undelivered.Hold());
  }

  static Exits silent(Exits.Silence silence) {
    return new Exits(
        Exits.BUILT_IN.wrong(),
        Optional.of(silence),
        Exits.Stale.REROUTE,
        new Exits.Undelivered.Hold());
  }

  static Exits stale(Exits.Stale stale) {
    return new Exits(Exits.BUILT_IN.wrong(), Optional.empty(), stale, new Exits.Undelivered.Hold());
  }

  @Override
  Target target(String written) {
    if (written.equals("end")) {
      return new Target.End();
    }
    var hash = written.indexOf('#');
    return new Target.To(
        hash < 0
            ? new StepRef(flow, written)
            : new StepRef(written.substring(0, hash), written.substring(hash + 1)));
  }

  static Assignment assignment(String variable, String value) {
    return new Assignment(variable(variable), text(value));
  }

  static Variable variable(String written) {
    var dot = written.indexOf('.');
    return new Variable(
        written.startsWith("vars.") ? Variable.Scope.VARS : Variable.Scope.CONTACT,
        written.substring(dot + 1));
  }

  static Text text(String written) {
    var parts = new ArrayList<Text.Part>();
    var matcher = INSERTION.matcher(written);
    var end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        parts.add(new Text.Part.Literal(written.substring(end, matcher.start())));
      }
      parts.add(new Text.Part.Inserted(new Expression(matcher.group(1))));
      end = matcher.end();
    }
    if (end < written.length()) {
      parts.add(new Text.Part.Literal(written.substring(end)));
    }
    return new Text(parts);
  }

  Release build() {
    var built = new LinkedHashMap<String, Flow>();
    flows.forEach(
        (name, steps) ->
            built.put(
                name,
                new Flow(
                    name,
                    new StepRef(name, steps.firstEntry().getKey()),
                    triggers.get(name),
                    false,
                    Map.of(),
                    returns.getOrDefault(name, Map.of()),
                    steps)));
    return new Release(id, bot(), built, new PlainEvaluator(), PlainAnswers::read);
  }
}
