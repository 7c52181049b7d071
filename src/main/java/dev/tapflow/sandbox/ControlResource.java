package dev.tapflow.sandbox;

import io.quarkus.arc.All;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Where tests and people tell the other side how to behave, and ask what it saw. */
@Path("/sandbox/control")
final class ControlResource {

  private final Faults faults;
  private final RateLimit rate;
  private final ApiKeys keys;
  private final Dialect dialect;
  private final TemplateCatalogue templates;
  private final MetaWebhook webhook;
  private final List<Forgetful> everything;

  ControlResource(
      Faults faults,
      RateLimit rate,
      ApiKeys keys,
      Dialect dialect,
      TemplateCatalogue templates,
      MetaWebhook webhook,
      @All List<Forgetful> everything) {
    this.faults = faults;
    this.rate = rate;
    this.keys = keys;
    this.dialect = dialect;
    this.templates = templates;
    this.webhook = webhook;
    this.everything = everything;
  }

  @GET
  @Path("/faults")
  Response faults() {
    return Json.response(200, faults.pending());
  }

  @POST
  @Path("/faults")
  Response orderFault(byte[] body) {
    faults.order(Json.read(body, FaultOrder.class));
    return faults();
  }

  @DELETE
  @Path("/faults")
  Response clearFaults() {
    faults.forget();
    return faults();
  }

  @PUT
  @Path("/rate")
  Response limitRate(byte[] body) {
    var order = Json.read(body, RateLimit.Order.class);
    rate.set(order);
    return Json.response(200, order);
  }

  @DELETE
  @Path("/rate")
  Response unlimitRate() {
    rate.forget();
    return Response.noContent().build();
  }

  @PUT
  @Path("/keys")
  Response replaceKeys(byte[] body) {
    keys.replace(Json.read(body, ApiKeys.Order.class).ring());
    return Json.response(200, keys.ring());
  }

  @PUT
  @Path("/dialect")
  Response changeDialect(byte[] body) {
    dialect.change(Json.read(body, Dialect.Order.class));
    return Json.response(200, dialect.order());
  }

  @PUT
  @Path("/templates")
  Response addTemplate(byte[] body) {
    var template = templates.add(Json.read(body, TemplateCatalogue.Draft.class));
    return Json.response(200, template);
  }

  @GET
  @Path("/webhook")
  Response webhook() {
    return Json.response(200, webhook.target());
  }

  @PUT
  @Path("/webhook")
  Response changeWebhook(byte[] body) {
    return Json.response(200, webhook.change(Json.read(body, WebhookTarget.Change.class)));
  }

  @POST
  @Path("/reset")
  Response reset() {
    everything.forEach(Forgetful::forget);
    return Response.noContent().build();
  }
}
