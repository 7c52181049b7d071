package dev.tapflow.channel.octopods;

import static dev.tapflow.message.WhatsAppLimits.length;

import dev.tapflow.channel.Channel.Fitting;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.Purpose;
import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Makes one turn's messages into what Octopods can carry, which has no plain text: texts go into
 * the body of the question that follows in the same turn, as far as it holds them, else they become
 * a message with one button.
 *
 * <p>A confirmation of an opt-out never goes into a question: it must reach a customer whom no
 * question may reach.
 */
final class Folding {

  private static final String BLANK_LINE = "\n\n";

  private final Optional<Fitting> button;
  private final List<Outgoing> fitted = new ArrayList<>();
  private final Deque<Outgoing> waiting = new ArrayDeque<>();

  /**
   * @param button what stands under a text that no question takes; where there is none, such texts
   *     stay texts, which the channel refuses
   */
  private Folding(Optional<Fitting> button) {
    this.button = button;
  }

  static List<Outgoing> fold(List<Outgoing> turn, Optional<Fitting> button) {
    var folding = new Folding(button);
    turn.forEach(folding::add);
    folding.sendWaiting();
    return List.copyOf(folding.fitted);
  }

  private void add(Outgoing next) {
    switch (next.message()) {
      case Outbound.Text text -> addText(next, text);
      case Outbound.Buttons question -> {
        var body = takeWaiting(question.body());
        sendWaiting();
        fitted.add(
            with(
                next,
                new Outbound.Buttons(
                    question.header(), body, question.footer(), question.choices())));
      }
      case Outbound.Options question -> {
        var body = takeWaiting(question.body());
        sendWaiting();
        fitted.add(
            with(
                next,
                new Outbound.Options(
                    question.header(),
                    body,
                    question.footer(),
                    question.button(),
                    question.sections())));
      }
      case Outbound.Template _,
          Outbound.Media _,
          Outbound.Form _,
          Outbound.Product _,
          Outbound.Products _,
          Outbound.Catalog _,
          Outbound.Link _,
          Outbound.LocationRequest _ -> {
        sendWaiting();
        fitted.add(next);
      }
    }
  }

  private void addText(Outgoing next, Outbound.Text text) {
    var asks = next.purpose() == Purpose.QUESTION;
    var body = asks ? takeWaiting(text.body()) : text.body();
    if (asks) {
      sendWaiting();
    }
    for (var piece : TextPieces.of(body, WhatsAppLimits.BODY)) {
      waiting.add(with(next, new Outbound.Text(piece)));
    }
    if (asks) {
      sendWaiting();
    }
  }

  /** Puts the texts that stand directly before a question into its body, the nearest ones first. */
  private String takeWaiting(String question) {
    var body = question;
    while (!waiting.isEmpty() && waiting.getLast().purpose() != Purpose.CONFIRMATION) {
      var text = ((Outbound.Text) waiting.getLast().message()).body();
      var longer = text.isBlank() ? body : text + BLANK_LINE + body;
      if (length(longer) > WhatsAppLimits.BODY) {
        return body;
      }
      body = longer;
      waiting.removeLast();
    }
    return body;
  }

  private void sendWaiting() {
    waiting.forEach(text -> fitted.add(button.map(under -> withButton(text, under)).orElse(text)));
    waiting.clear();
  }

  private static Outgoing withButton(Outgoing text, Fitting button) {
    var body = ((Outbound.Text) text.message()).body();
    var choice =
        new Outbound.Choice(button.textButtonId(), button.textButtonTitle(), Optional.empty());
    return with(
        text, new Outbound.Buttons(Optional.empty(), body, Optional.empty(), List.of(choice)));
  }

  private static Outgoing with(Outgoing original, Outbound message) {
    return new Outgoing(message, original.purpose(), original.token());
  }
}
