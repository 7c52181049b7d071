package dev.tapflow.sandbox;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code POST /whatsapp/templates/{id}/messages}: the only way to a phone whose window is closed.
 */
@Singleton
final class TemplateSend {

  private final TemplateCatalogue catalogue;
  private final WhatsApp whatsApp;
  private final Ledger ledger;
  private final Dialect dialect;

  TemplateSend(TemplateCatalogue catalogue, WhatsApp whatsApp, Ledger ledger, Dialect dialect) {
    this.catalogue = catalogue;
    this.whatsApp = whatsApp;
    this.ledger = ledger;
    this.dialect = dialect;
  }

  Reply send(Call call, String templateId) {
    return find(templateId)
        .map(template -> send(call, template))
        .orElseGet(() -> new Reply.Refused(Refusal.noSuchTemplate(templateId)));
  }

  private Optional<Template> find(String id) {
    return id.matches("\\d{1,9}")
        ? catalogue
            .find(Integer.parseInt(id))
            .filter(template -> template.status() == Template.Status.ACCEPTED)
        : Optional.empty();
  }

  private Reply send(Call call, Template template) {
    var refusal = TemplateCheck.refusalOf(call.body(), template);
    if (refusal.isPresent()) {
      return new Reply.Refused(refusal.get());
    }
    return switch (TemplateVariables.read(call.body().at("message_variables"), template)) {
      case TemplateVariables.Unreadable(var why) -> new Reply.Refused(why);
      case TemplateVariables.Read variables ->
          TemplateCheck.refusalOf(variables, template)
              .<Reply>map(Reply.Refused::new)
              .orElseGet(() -> accept(call, template, variables));
    };
  }

  private Reply accept(Call call, Template template, TemplateVariables.Read variables) {
    var number = new CustomerNumber(call.body().at("destination_phone").text());
    var name = call.body().at("destination_user_name").textIfAny().orElse(number.e164());
    var attachment = call.body().at("header_attachment_url");
    var id = whatsApp.deliver(number, name, TemplateContent.of(template, variables, attachment));
    var entry = ledger.accept(call, number, id, template.id());
    var body =
        Json.object()
            .put("request_id", UUID.randomUUID().toString())
            .put("message_id", entry.messageId())
            .put("message_status_url", "/whatsapp/messages/" + entry.messageId());
    if (dialect.givesTemplateChannelId()) {
      body.put("channel_message_id", id);
    }
    return new Reply.Done(201, body);
  }
}
