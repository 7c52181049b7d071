package dev.tapflow.sandbox;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /whatsapp/interactive}: checks a message, and carries it to the phone. */
@Singleton
final class InteractiveSend {

  private final WhatsApp whatsApp;
  private final Ledger ledger;

  InteractiveSend(WhatsApp whatsApp, Ledger ledger) {
    this.whatsApp = whatsApp;
    this.ledger = ledger;
  }

  Reply send(Call call) {
    var message = unwrapped(call.body().at("waba_interactive_message"));
    return refusalOf(call.body(), message)
        .<Reply>map(Reply.Refused::new)
        .orElseGet(() -> accept(call, message));
  }

  /** The message may come as an object, or as JSON inside a string. */
  private static Part unwrapped(Part message) {
    return message.node().isTextual()
        ? Json.object(message.text())
            .map(object -> new Part(message.path(), object))
            .orElse(message)
        : message;
  }

  private Optional<Refusal> refusalOf(Part request, Part message) {
    return OctopodsRules.envelope()
        .check(request)
        .or(() -> OctopodsRules.object().check(message))
        .or(() -> InteractiveCheck.refusalOf(message))
        .or(() -> window(request));
  }

  private Optional<Refusal> window(Part request) {
    var number = new CustomerNumber(request.at("destination_phone").text());
    return whatsApp.mayWriteFreelyTo(number)
        ? Optional.empty()
        : Optional.of(Refusal.windowClosed());
  }

  private Reply accept(Call call, Part message) {
    var number = new CustomerNumber(call.body().at("destination_phone").text());
    var id = whatsApp.deliver(number, number.e164(), InteractiveContent.of(message));
    var entry = ledger.accept(call, number, id, null);
    var body =
        Json.object()
            .put("request_id", UUID.randomUUID().toString())
            .put("message_id", entry.messageId())
            .put("channel_message_id", id);
    return new Reply.Done(201, body);
  }
}
