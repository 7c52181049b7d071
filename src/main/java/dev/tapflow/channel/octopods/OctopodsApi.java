package dev.tapflow.channel.octopods;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Octopods' HTTP API, word for word (source: Octopods help, "Interactive messages API", "Template
 * messages API", "Message status API", "Message list"). Every status comes back as an answer: only
 * {@link Answers} says what one means.
 */
@Path("/whatsapp")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface OctopodsApi {

  String KEY = "X-Octopods-Auth";

  @POST
  @Path("/interactive")
  RestResponse<String> interactive(@HeaderParam(KEY) String key, Wire.InteractiveRequest request);

  @POST
  @Path("/templates/{id}/messages")
  RestResponse<String> template(
      @HeaderParam(KEY) String key, @PathParam("id") String id, Wire.TemplateRequest request);

  @GET
  @Path("/messages/{id}")
  RestResponse<String> message(@HeaderParam(KEY) String key, @PathParam("id") String id);

  @GET
  @Path("/messages")
  RestResponse<String> messages(@HeaderParam(KEY) String key, @QueryParam("limit") int limit);
}
