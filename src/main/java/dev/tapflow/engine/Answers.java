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
    return switch (question) {
      case Question.ByOption byOption when content instanceof Content.Text(var body) ->
          option(byOption, body);
      case Question.Ask ask -> value(ask, content);
      case Question.Shop _ when content instanceof Content.Order order -> order(order);
      // a form is answered by its own message only: Forms
      case Question.ByOption _, Question.Form _, Question.Shop _ ->
          new Reading.Unfit(Optional.empty(), how(content) + ", no answer");
    };
  }

  private static String how(Content content) {
    return content instanceof Content.Text(var body)
        ? Wording.typed(body)
        : "sent " + content.inputKind();
  }

  private Reading option(Question.ByOption question, String body) {
    var how = Wording.typed(body);
    return new OptionMatch(MenuCard.of(draft, question))
        .typed(body)
        .<Reading>map(
            named ->
                switch (named) {
                  case Named.Choice(var row) -> new Reading.Chosen(question, row, how);
                  case Named.NextPage _ -> new Reading.Turned(how);
                })
        .orElseGet(() -> new Reading.Unfit(Optional.empty(), how + ", which is no option"));
  }

  private Reading order(Content.Order order) {
    var value = SentAnswers.order(order);
    draft.change(it -> it.with(it.input().answering(value)));
    return new Reading.Given(value, "sent an order", false);
  }

  private Reading value(Question.Ask ask, Content content) {
    var how = how(content);
    var parsed = parse(ask.type(), content);
    if (parsed.isEmpty()) {
      return new Reading.Unfit(
          insteadOfWrong(ask), how + ", which is no " + Wording.kind(ask.type()));
    }
    draft.change(it -> it.with(it.input().answering(parsed.get())));
    var failed = ask.checks().stream().filter(check -> !passes(check, content)).findFirst();
    if (failed.isPresent()) {
      draft.change(it -> it.with(it.input().withoutAnswer()));
      return new Reading.Unfit(failed.get().say(), how + ", which a check refused");
    }
    var open = ask.type() == AnswerType.TEXT && ask.checks().isEmpty();
    return new Reading.Given(parsed.get(), how, open);
  }

  /** What a check says of an answer stands for the text of {@code wrong}, whatever came instead. */
  private static Optional<Text> insteadOfWrong(Question.Ask ask) {
    return ask.checks().stream().flatMap(check -> check.say().stream()).findFirst();
  }

  private Optional<Object> parse(AnswerType type, Content content) {
    if (!type.isTyped()) {
      return SentAnswers.of(type, content);
    }
    if (!(content instanceof Content.Text(var body)) || body.isBlank()) {
      return Optional.empty();
    }
    return type == AnswerType.TEXT
        ? Optional.of(body.strip())
        : draft.release().answers().read(type, body.strip(), custom());
  }

  private AnswerReader.Custom custom() {
    var scope = new ConversationScope(draft);
    var today = draft.now().atZone(scope.zone()).toLocalDate();
    return new AnswerReader.Custom(
        scope.locale(), today, PhoneNumber.parse(draft.customer().key().address()));
  }

  /** A pattern is about what was typed; of what was sent it says nothing. */
  private boolean passes(Check check, Content content) {
    return switch (check) {
      case Check.Matches(var pattern, _) ->
          !(content instanceof Content.Text(var body))
              || draft.release().evaluator().matches(pattern, body.strip());
      case Check.Holds(var condition, _) -> new Rendering(draft).holds(condition);
    };
  }
}
