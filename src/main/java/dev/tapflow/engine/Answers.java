package dev.tapflow.engine;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Content;
import java.util.Optional;

/** Reads what came as the answer to a question, without changing anything but the input. */
final class Answers {

  private final Draft draft;

  Answers(Draft draft) {
    this.draft = draft;
  }

  Reading read(Step.Question question, Content content) {
    if (!(content instanceof Content.Text(var body))) {
      return new Reading.Unfit(
          insteadOfWrong(question), "sent " + content.inputKind() + ", no answer");
    }
    return switch (question) {
      case Step.Menu menu -> option(menu, body);
      case Step.Ask ask -> value(ask, body.strip());
    };
  }

  private Reading option(Step.Menu menu, String body) {
    var how = Wording.typed(body);
    return new OptionMatch(MenuCard.of(draft, menu))
        .typed(body)
        .<Reading>map(row -> new Reading.Chosen(row, how))
        .orElseGet(() -> new Reading.Unfit(Optional.empty(), how + ", which is no option"));
  }

  private Reading value(Step.Ask ask, String typed) {
    var how = Wording.typed(typed);
    var parsed = parse(ask.type(), typed);
    if (parsed.isEmpty()) {
      return new Reading.Unfit(
          insteadOfWrong(ask), how + ", which is no " + Wording.kind(ask.type()));
    }
    draft.change(it -> it.with(it.input().answering(parsed.get())));
    var failed = ask.checks().stream().filter(check -> !passes(check, typed)).findFirst();
    if (failed.isPresent()) {
      draft.change(it -> it.with(it.input().withoutAnswer()));
      return new Reading.Unfit(failed.get().say(), how + ", which a check refused");
    }
    var open = ask.type() == AnswerType.TEXT && ask.checks().isEmpty();
    return new Reading.Given(parsed.get(), how, open);
  }

  /** What a check says of an answer stands for the text of {@code wrong}, whatever came instead. */
  private static Optional<Text> insteadOfWrong(Step.Question question) {
    return question instanceof Step.Ask ask
        ? ask.checks().stream().flatMap(check -> check.say().stream()).findFirst()
        : Optional.empty();
  }

  private Optional<Object> parse(AnswerType type, String typed) {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    var locale = new ConversationScope(draft).locale();
    return switch (type) {
      case TEXT -> Optional.of(typed);
      case NUMBER, INTEGER -> draft.release().answers().read(type, typed, locale);
    };
  }

  private boolean passes(Check check, String typed) {
    return switch (check) {
      case Check.Matches(var pattern, _) -> draft.release().evaluator().matches(pattern, typed);
      case Check.Holds(var condition, _) -> new Rendering(draft).holds(condition);
    };
  }
}
