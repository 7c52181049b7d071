package dev.tapflow.engine;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpCall;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code http} step: a call leaves after the commit, and its answer leads on. */
final class HttpSteps {

  private static final int FIRST_ERROR = 400;

  private final Draft draft;

  HttpSteps(Draft draft) {
    this.draft = draft;
  }

  Optional<Target> enter(Step.Http step) {
    return switch (new CallRendering(draft).of(step)) {
      case CallRendering.Rendered.Ready(var call) -> {
        await(call);
        yield Optional.empty();
      }
      case CallRendering.Rendered.Refused(var where, var why) -> {
        draft.failed(where, why);
        draft.change(it -> it.answeredBy(Optional.empty()));
        yield unanswered(step, "the call was not made: %s: %s".formatted(where, why));
      }
    };
  }

  private void await(HttpCall call) {
    var token = draft.nextToken();
    draft.want(new Effect.CallHttp(token, call));
    var overdue = draft.now().plus(call.overdueAfter());
    draft.await(
        new Waiting.ForHttp(
            token,
            new Waiting.Alarm(overdue, Waiting.Alarm.Reason.HTTP_OVERDUE),
            draft.prompted()));
    draft.stayed("http", "a service is asked");
  }

  /** Nobody told what became of the call. */
  Optional<Target> overdue() {
    return answered(
        new HttpAnswer.Failed(HttpAnswer.Reason.UNCLEAR, "nobody told what became of the call"));
  }

  Optional<Target> answered(long token, HttpAnswer answer) {
    if (draft.waiting() instanceof Waiting.ForHttp http && http.token() == token) {
      return answered(answer);
    }
    draft.stayed("late_answer", "a service answered a call that is over");
    return Optional.empty();
  }

  private Optional<Target> answered(HttpAnswer answer) {
    if (!(draft.release().step(draft.current().at()).orElse(null) instanceof Step.Http step)) {
      return new StartingOver(draft).elsewhere();
    }
    return switch (answer) {
      case HttpAnswer.Answered(var status, var body) -> {
        draft.change(it -> it.answeredBy(Optional.of(status)));
        yield answered(step, status, body);
      }
      case HttpAnswer.Failed(var reason, var why) -> {
        draft.change(it -> it.answeredBy(Optional.empty()));
        var name = reason.name().toLowerCase(Locale.ROOT);
        yield unanswered(step, "no answer, %s: %s".formatted(name, why));
      }
    };
  }

  private Optional<Target> answered(Step.Http step, int status, @Nullable Object body) {
    var reason = "the service answered " + status;
    var named = Optional.<Target>ofNullable(step.onStatus().get(status));
    if (named.isEmpty() && status >= FIRST_ERROR) {
      return unanswered(step, reason);
    }
    step.save().ifPresent(saving -> save(saving, body));
    var target = named.orElse(step.next());
    draft.moved(named.isPresent() ? "on_status:" + status : "next", target, reason);
    return Optional.of(target);
  }

  private void save(Step.Http.Saving saving, @Nullable Object body) {
    switch (saving) {
      case Step.Http.Saving.Whole(var variable) -> new Writing(draft).one(variable, body);
      case Step.Http.Saving.Picked(var assignments) ->
          new Writing(draft)
              .all(
                  assignments, new Rendering(draft).through(scope -> new AnswerScope(scope, body)));
    }
  }

  /** The linter wants an exit for this; without one a person must take over. */
  private Optional<Target> unanswered(Step.Http step, String reason) {
    if (step.onError().isPresent()) {
      draft.moved("on_error", step.onError().get(), reason);
      return step.onError();
    }
    var at = draft.current().at().text();
    if (!new HandoverDesk(draft)
        .askFirstTeam("The service of %s failed: %s".formatted(at, reason))) {
      draft.moved("on_error", new Target.End(), reason);
      draft.end(Waiting.Ending.COMPLETED);
    }
    return Optional.empty();
  }
}
