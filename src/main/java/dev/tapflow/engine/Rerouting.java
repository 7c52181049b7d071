package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.ReplyId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where an answer on an older message leads, whatever the bot waits for now; steps that have moved
 * are found where they are. Empty where it leads nowhere any more.
 */
final class Rerouting {

  private static final String EXIT = "stale";

  private final Draft draft;

  Rerouting(Draft draft) {
    this.draft = draft;
  }

  /** As if the option had been chosen in time. */
  Optional<Target> option(ReplyId.Option tapped, String title, String how) {
    return question(tapped.flow(), tapped.step(), Question.ByOption.class)
        .flatMap(
            question ->
                backAt(
                    tapped.flow(),
                    tapped.step(),
                    () ->
                        MenuCard.of(draft, question)
                            .tapped(tapped.option(), title)
                            .map(row -> new Choosing(draft).option(question, row, EXIT, how))));
  }

  /** To the list that has the page. */
  Optional<Target> page(ReplyId.Page tapped, String how) {
    return question(tapped.flow(), tapped.step(), Question.Menu.class)
        .map(
            _ -> {
              var list = new Target.To(present(tapped.flow(), tapped.step()));
              draft.moved(EXIT, list, how);
              new Leaving(draft).byCustomer(list);
              return list;
            });
  }

  /** As if the form had come back in time. */
  Optional<Target> form(ReplyId.Form token, Content.FormAnswer answer, String how) {
    return question(token.flow(), token.step(), Question.Form.class)
        .flatMap(
            form ->
                backAt(
                    token.flow(),
                    token.step(),
                    () ->
                        Optional.of(new Choosing(draft).value(form, answer.values(), EXIT, how))));
  }

  /** Among the variables that the older question belongs to. */
  private Optional<Target> backAt(String flow, String step, Supplier<Optional<Target>> way) {
    return draft.tentatively(
        () -> {
          new Leaving(draft).byCustomer(new Target.To(present(flow, step)));
          return way.get();
        });
  }

  private <Q extends Question> Optional<Q> question(String flow, String step, Class<Q> kind) {
    return draft.release().step(present(flow, step)).filter(kind::isInstance).map(kind::cast);
  }

  private StepRef present(String flow, String step) {
    return draft.release().present(new StepRef(flow, step));
  }
}
