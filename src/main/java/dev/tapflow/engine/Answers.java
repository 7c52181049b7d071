package dev.tapflow.engine;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Content;
import dev.tapflow.message.PhoneNumber;
import java.util.Optional;

/** Reads what came as the answer to a question, without changing anything but the input. */
final class Answers {

  private final Draft draft;

  Answers(Draft draft) {
    this.draft = draft;
  }

  Reading read(Question question, Content content) {
    if (!(content instanceof Content.Text(var body))) {
      return new Reading.Unfit(
          insteadOfWrong(question), "sent " + content.inputKind() + ", no answer");
    }
    return switch (question) {
      case Question.Menu menu -> option(menu, body);
      case Question.Ask ask -> value(ask, body.strip());
      case Question.Form _, Question.Shop _, Question.AskByTemplate _ ->
          new Reading.Unfit(Optional.empty(), Wording.typed(body));
    };
  }

  private Reading option(Question.Menu menu, String body) {
    var how = Wording.typed(body);
    return new OptionMatch(MenuCard.of(draft, menu))
        .typed(body)
        .<Reading>map(row -> new Reading.Chosen(row, how))
        .orElseGet(() -> new Reading.Unfit(Optional.empty(), how + ", which is no option"));
  }

  private Reading value(Question.Ask ask, String typed) {
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
  private static Optional<Text> insteadOfWrong(Question question) {
    return question instanceof Question.Ask ask
        ? ask.checks().stream().flatMap(check -> check.say().stream()).findFirst()
        : Optional.empty();
  }

  private Optional<Object> parse(AnswerType type, String typed) {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    return switch (type) {
      case TEXT -> Optional.of(typed);
      case NUMBER, INTEGER, EMAIL, PHONE, DATE, TIME ->
          draft.release().answers().read(type, typed, custom());
      case LOCATION, IMAGE, DOCUMENT, CONTACT -> Optional.empty();
    };
  }

  private AnswerReader.Custom custom() {
    var scope = new ConversationScope(draft);
    var today = draft.now().atZone(scope.zone()).toLocalDate();
    return new AnswerReader.Custom(
        scope.locale(), today, PhoneNumber.parse(draft.customer().key().address()));
  }

  private boolean passes(Check check, String typed) {
    return switch (check) {
      case Check.Matches(var pattern, _) -> draft.release().evaluator().matches(pattern, typed);
      case Check.Holds(var condition, _) -> new Rendering(draft).holds(condition);
    };
  }
}
