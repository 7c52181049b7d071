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
  public Response faults() {
    return Json.response(200, faults.pending());
  }

  @POST
  @Path("/faults")
  public Response orderFault(byte[] body) {
    faults.order(Json.read(body, FaultOrder.class));
    return faults();
  }

  @DELETE
  @Path("/faults")
  public Response clearFaults() {
    faults.clear();
    return faults();
  }

  /** The calls that faults struck, in that order. */
  @GET
  @Path("/faults/struck")
  public Response struck() {
    return Json.response(200, faults.struck());
  }

  @PUT
  @Path("/rate")
  public Response limitRate(byte[] body) {
    var order = Json.read(body, RateLimit.Order.class);
    rate.set(order);
    return Json.response(200, order);
  }

  @DELETE
  @Path("/rate")
  public Response unlimitRate() {
    rate.forget();
    return Response.noContent().build();
  }

  @PUT
  @Path("/keys")
  public Response replaceKeys(byte[] body) {
    keys.replace(Json.read(body, ApiKeys.Order.class).ring());
    return Json.response(200, keys.ring());
  }

  @PUT
  @Path("/dialect")
  public Response changeDialect(byte[] body) {
    dialect.change(Json.read(body, Dialect.Order.class));
    return Json.response(200, dialect.order());
  }

  @PUT
  @Path("/templates")
  public Response addTemplate(byte[] body) {
    var template = templates.add(Json.read(body, TemplateCatalogue.Draft.class));
    return Json.response(200, template);
  }

  /** With the address it really goes to, and without the secret. */
  @GET
  @Path("/webhook")
  public Response webhook() {
    var target = webhook.target();
    return Json.response(
        200,
        new WebhookTarget.Change(
            webhook.address(),
            null,
            target.phoneNumberId(),
            target.displayPhoneNumber(),
            target.statuses(),
            target.automatic(),
            target.statusDelay()));
  }

  @PUT
  @Path("/webhook")
  public Response changeWebhook(byte[] body) {
    var change = Json.read(body, WebhookTarget.Change.class);
    try {
      webhook.change(change);
    } catch (IllegalArgumentException e) {
      throw Problem.exception(400, String.valueOf(e.getMessage()));
    }
    return webhook();
  }

  @POST
  @Path("/reset")
  public Response reset() {
    everything.forEach(Forgetful::forget);
    return Response.noContent().build();
  }
}
