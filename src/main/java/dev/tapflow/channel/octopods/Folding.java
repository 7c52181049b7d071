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
      case Outbound.Buttons question -> buttons(next, question);
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
      case Outbound.Form question -> question(next, with(question, takeWaiting(question.body())));
      case Outbound.Product question ->
          question(
              next,
              new Outbound.Product(
                  takeWaiting(question.body()),
                  question.footer(),
                  question.catalog(),
                  question.item()));
      case Outbound.Products question ->
          question(
              next,
              new Outbound.Products(
                  question.header(),
                  takeWaiting(question.body()),
                  question.footer(),
                  question.catalog(),
                  question.shelves()));
      case Outbound.Catalog question ->
          question(
              next,
              new Outbound.Catalog(
                  takeWaiting(question.body()), question.footer(), question.thumbnail()));
      // asked for by words, as a paper clip finds the place as well as a button
      case Outbound.LocationRequest request -> addText(next, new Outbound.Text(request.body()));
      case Outbound.Media _ -> waiting.add(next);
      case Outbound.Template _, Outbound.Link _ -> {
        sendWaiting();
        fitted.add(next);
      }
    }
  }

  /** A picture just before becomes the header, where there is none and its caption fits too. */
  private void buttons(Outgoing next, Outbound.Buttons question) {
    var body = takeWaiting(question.body());
    var taken = question.header().isEmpty() ? takeMedia(body) : Optional.<Outbound.Media>empty();
    var header = question.header().or(() -> taken.flatMap(MediaHeader::of));
    var below = taken.map(media -> takeWaiting(MediaHeader.below(media, body))).orElse(body);
    question(next, new Outbound.Buttons(header, below, question.footer(), question.choices()));
  }

  private Optional<Outbound.Media> takeMedia(String body) {
    if (!waiting.isEmpty()
        && waiting.getLast().message() instanceof Outbound.Media media
        && MediaHeader.of(media).isPresent()
        && length(MediaHeader.below(media, body)) <= WhatsAppLimits.BODY) {
      waiting.removeLast();
      return Optional.of(media);
    }
    return Optional.empty();
  }

  private void question(Outgoing original, Outbound message) {
    sendWaiting();
    fitted.add(with(original, message));
  }

  private static Outbound.Form with(Outbound.Form form, String body) {
    return new Outbound.Form(
        form.header(),
        body,
        form.footer(),
        form.button(),
        form.flowId(),
        form.token(),
        form.screen(),
        form.data());
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
    while (!waiting.isEmpty()
        && waiting.getLast().purpose() != Purpose.CONFIRMATION
        && waiting.getLast().message() instanceof Outbound.Text(var text)) {
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

  private static Outgoing withButton(Outgoing original, Fitting button) {
    var choice =
        new Outbound.Choice(button.textButtonId(), button.textButtonTitle(), Optional.empty());
    return switch (original.message()) {
      case Outbound.Media media when MediaHeader.of(media).isPresent() ->
          with(
              original,
              new Outbound.Buttons(
                  MediaHeader.of(media),
                  MediaHeader.body(media),
                  Optional.empty(),
                  List.of(choice)));
      case Outbound.Text(var body) ->
          with(
              original,
              new Outbound.Buttons(Optional.empty(), body, Optional.empty(), List.of(choice)));
      // a sound is no header: the channel refuses it by its name
      default -> original;
    };
  }

  private static Outgoing with(Outgoing original, Outbound message) {
    return new Outgoing(message, original.purpose(), original.token());
  }
}
