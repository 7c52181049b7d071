package dev.tapflow.engine;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.WhatsAppLimits;
import java.util.List;

/** A question as the messages that put it. What does not fit is cut or split, and noted. */
final class Prompt {

  private final Draft draft;
  private final Trimmings trimmings;

  Prompt(Draft draft) {
    this.draft = draft;
    this.trimmings = new Trimmings(draft, new Rendering(draft));
  }

  /**
   * The question as it is written.
   *
   * @param page which page of a long list, from 0
   */
  Asked of(Question question, int page) {
    return switch (question) {
      case Question.Menu menu -> new MenuPrompt(draft).of(menu, page);
      case Question.Ask ask -> Asked.by(ask(ask));
      case Question.Form form -> Asked.by(new FormPrompt(draft).of(form));
      case Question.Shop shop -> Asked.by(new Showcase(draft).of(shop));
      case Question.AskByTemplate ask -> Asked.by(new Templates(draft).of(ask).stream().toList());
    };
  }

  /** The same question with other words: a menu keeps its options and drops its header. */
  Asked of(Question question, String words, int page) {
    return switch (question) {
      case Question.Menu menu -> new MenuPrompt(draft).of(menu, words, page);
      case Question.Ask _, Question.Form _, Question.Shop _, Question.AskByTemplate _ ->
          Asked.by(texts(words));
    };
  }

  /** A text as one message, or as several where it is too long for one. */
  List<Outbound> texts(String text) {
    var pieces = Fitting.split(text, WhatsAppLimits.PLAIN_TEXT);
    if (pieces.size() > 1) {
      draft.cut("text split into " + pieces.size());
    }
    return pieces.stream().map(piece -> (Outbound) new Outbound.Text(piece)).toList();
  }

  private List<Outbound> ask(Question.Ask ask) {
    return ask.type() == AnswerType.LOCATION
        ? trimmings.under(body(ask.body()), Outbound.LocationRequest::new)
        : texts(body(ask.body()));
  }

  private String body(Text text) {
    return trimmings.body(text);
  }
}
