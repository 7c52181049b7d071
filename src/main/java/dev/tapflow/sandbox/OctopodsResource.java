package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tapflow.sandbox.Call.Kind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Octopods' REST API, as its help pages describe it. */
@Path("/sandbox/octopods/api/v1/whatsapp")
@RunOnVirtualThread
final class OctopodsResource {

  private static final String KEY = "X-Octopods-Auth";

  private final OctopodsDoor door;
  private final InteractiveSend interactive;
  private final TemplateSend templates;
  private final StatusBook statuses;
  private final TemplateBook catalogue;

  OctopodsResource(
      OctopodsDoor door,
      InteractiveSend interactive,
      TemplateSend templates,
      StatusBook statuses,
      TemplateBook catalogue) {
    this.door = door;
    this.interactive = interactive;
    this.templates = templates;
    this.statuses = statuses;
    this.catalogue = catalogue;
  }

  @POST
  @Path("/interactive")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response interactive(
      @HeaderParam(KEY) @Nullable String key, byte[] body, @Context HttpServerRequest request) {
    return post(new Call(Kind.INTERACTIVE, key, partOf(body)), request, interactive::send);
  }

  @POST
  @Path("/templates/{id}/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response template(
      @HeaderParam(KEY) @Nullable String key,
      @RestPath String id,
      byte[] body,
      @Context HttpServerRequest request) {
    return post(
        new Call(Kind.TEMPLATES, key, partOf(body)), request, call -> templates.send(call, id));
  }

  @GET
  @Path("/messages/{id: \\d{1,18}}")
  public Response status(
      @HeaderParam(KEY) @Nullable String key,
      @RestPath long id,
      @Context HttpServerRequest request) {
    var call = new Call(Kind.STATUS, key, nothing());
    return door.handle(call, new VertxConnection(request), () -> statuses.status(call, id));
  }

  @GET
  @Path("/messages")
  public Response messages(
      @HeaderParam(KEY) @Nullable String key,
      @RestQuery @Nullable Integer limit,
      @Context HttpServerRequest request) {
    var call = new Call(Kind.LIST, key, nothing());
    int most = limit == null ? 100 : limit;
    return door.handle(call, new VertxConnection(request), () -> statuses.list(call, most));
  }

  @GET
  @Path("/templates")
  public Response templates(
      @HeaderParam(KEY) @Nullable String key,
      @RestQuery @Nullable String status,
      @RestQuery @Nullable String active,
      @RestQuery @Nullable String lang,
      @Context HttpServerRequest request) {
    var call = new Call(Kind.CATALOGUE, key, nothing());
    var filter = new TemplateBook.Filter(status, active, lang);
    return door.handle(call, new VertxConnection(request), () -> catalogue.list(filter));
  }

  @GET
  @Path("/templates/{id}")
  public Response template(
      @HeaderParam(KEY) @Nullable String key,
      @RestPath String id,
      @Context HttpServerRequest request) {
    var call = new Call(Kind.CATALOGUE, key, nothing());
    return door.handle(call, new VertxConnection(request), () -> catalogue.one(id));
  }

  private Response post(Call call, HttpServerRequest request, Function<Call, Reply> work) {
    return door.handle(
        call,
        new VertxConnection(request),
        () ->
            call.body().node().isObject()
                ? work.apply(call)
                : new Reply.Refused(Refusal.bad(2, "The body is expected to be a JSON object.")));
  }

  private static Part partOf(byte[] body) {
    return Json.object(body).map(Part::root).orElseGet(OctopodsResource::nothing);
  }

  private static Part nothing() {
    return Part.root(MissingNode.getInstance());
  }
}
