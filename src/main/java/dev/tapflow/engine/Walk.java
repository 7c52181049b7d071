package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Purpose;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Goes from step to step until one of them waits, or the conversation ends. */
final class Walk {

  private final Draft draft;
  private final Limits limits;

  Walk(Draft draft) {
    this.draft = draft;
    this.limits = new Limits(draft);
  }

  void from(Target first) {
    var next = Optional.of(first);
    while (next.isPresent()) {
      next = follow(next.get());
    }
  }

  private Optional<Target> follow(Target target) {
    return switch (target) {
      case Target.To(var step) -> {
        new Leaving(draft).to(step);
        yield arriveAt(step);
      }
      case Target.End _ -> new Calls(draft).end();
    };
  }

  private Optional<Target> arriveAt(StepRef ref) {
    var step = draft.release().step(ref);
    draft.change(it -> it.standingAt(ref));
    var limit = limits.arriveAt(ref);
    if (limit.isPresent()) {
      return limits.reached(limit.get());
    }
    return step.isPresent() ? visit(step.get()) : noSuchStep(ref);
  }

  private Optional<Target> visit(Step step) {
    return switch (step) {
      case Step.Say say -> {
        new Saying(draft).say(say);
        yield onward("next", say.next(), "the text was said");
      }
      case Step.Link link -> {
        new Saying(draft).link(link);
        yield onward("next", link.next(), "the link was sent");
      }
      case Question question -> new Asking(draft).enter(question);
      case Step.Set set -> {
        new Writing(draft).all(set.assignments());
        yield onward("next", set.next(), "values were set");
      }
      case Step.Branch branch -> branch(branch);
      case Step.Goto jump -> onward("next", jump.target(), "a jump");
      case Step.SendTemplate template -> template(template);
      case Step.Tag tag -> {
        new Labels(draft).change(tag.add(), tag.remove());
        yield onward("next", tag.next(), "labels were changed");
      }
      case Step.Wait wait -> new Pauses(draft).enter(wait);
      case Step.Later later -> new Appointments(draft).set(later);
      case Step.CancelLater cancel -> new Appointments(draft).cancel(cancel);
      case Step.Call call -> new Calls(draft).enter(call);
      case Step.Http http -> new HttpSteps(draft).enter(http);
      case Step.Split split -> Optional.of(new Shares(draft).of(split));
      case Step.Handover handover -> new HandoverDesk(draft).enter(handover);
    };
  }

  private Optional<Target> branch(Step.Branch branch) {
    var rendering = new Rendering(draft);
    for (var option : branch.cases()) {
      if (rendering.holds(option.condition())) {
        draft.moved(
            "if", option.target(), option.condition().source() + " holds", lookedAt(rendering));
        return Optional.of(option.target());
      }
    }
    draft.moved("else", branch.otherwise(), "no condition holds", lookedAt(rendering));
    return Optional.of(branch.otherwise());
  }

  private static Map<String, String> lookedAt(Rendering rendering) {
    var values = new TreeMap<String, String>();
    rendering
        .scope()
        .lookedAt()
        .forEach((name, value) -> values.put(name, rendering.asText(value)));
    return values;
  }

  private Optional<Target> template(Step.SendTemplate step) {
    new Templates(draft).of(step).ifPresent(template -> draft.send(template, Purpose.STATEMENT, 0));
    return onward("next", step.next(), "the template " + step.template().name() + " was sent");
  }

  /** Loading refuses such a release; were it there all the same, a person must take over. */
  private Optional<Target> noSuchStep(StepRef ref) {
    draft.failed(ref.text(), "the release has no such step");
    if (!new HandoverDesk(draft).askFirstTeam("The flow leads to no step: " + ref.text())) {
      draft.end(Waiting.Ending.COMPLETED);
    }
    return Optional.empty();
  }

  private Optional<Target> onward(String exit, Target target, String reason) {
    draft.moved(exit, target, reason);
    return Optional.of(target);
  }
}
