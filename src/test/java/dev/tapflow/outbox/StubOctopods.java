package dev.tapflow.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An Octopods that answers what a test tells it to, by the customer's number; else it accepts. */
@Path("/stub/octopods/whatsapp")
@ApplicationScoped
public class StubOctopods {

  private final Map<String, Deque<Reaction>> orders = new HashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<Instant> asked = new ArrayList<>();
  private final AtomicInteger ids = new AtomicInteger(900_000);
  private volatile int listStatus = 200;

  /** What the stub does with one message. */
  sealed interface Reaction {
    record Answer(int status, String body, Map<String, String> headers) implements Reaction {}

    record CutBeforeAccepting() implements Reaction {}

    record CutAfterAccepting() implements Reaction {}

    record SilenceAfterAccepting() implements Reaction {}
  }

  /** A message that was accepted. */
  record Taken(String phone, int id, String text, Instant at) {
    String wamid() {
      return "wamid." + id;
    }
  }

  static Reaction error(int status, int code) {
    return new Reaction.Answer(
        status,
        "{\"request_id\":\"r\",\"error_code\":%d,\"error\":\"no %d\"}".formatted(code, code),
        Map.of());
  }

  synchronized void order(String phone, Reaction... reactions) {
    orders.computeIfAbsent(phone, it -> new ArrayDeque<>()).addAll(List.of(reactions));
  }

  void listAnswers(int status) {
    listStatus = status;
  }

  int lastId() {
    return ids.get();
  }

  synchronized List<String> textsTo(String phone) {
    return taken.stream().filter(it -> it.phone().equals(phone)).map(Taken::text).toList();
  }

  synchronized List<Taken> takenBy(String phone) {
    return taken.stream().filter(it -> it.phone().equals(phone)).toList();
  }

  @POST
  @Path("/interactive")
  public Uni<Response> interactive(JsonNode body, HttpServerRequest request) {
    var text = body.path("waba_interactive_message").path("body").path("text").asText();
    return react(body.path("destination_phone").asText(), text, request);
  }

  @POST
  @Path("/templates/{id}/messages")
  public Uni<Response> template(
      @PathParam("id") String id, JsonNode body, HttpServerRequest request) {
    return react(body.path("destination_phone").asText(), "template " + id, request);
  }

  @GET
  @Path("/messages")
  public synchronized Response messages() {
    var entries =
        taken.reversed().stream()
            .limit(100)
            .map(
                it ->
                    Map.of(
                        "message_id",
                        it.id(),
                        "status",
                        "sent",
                        "phone_number",
                        it.phone(),
                        "sent_at",
                        it.at().toString()))
            .toList();
    return Response.status(listStatus).entity(Map.of("messages", entries)).build();
  }

  @GET
  @Path("/messages/{id}")
  public synchronized Response status(@PathParam("id") int id) {
    asked.add(Instant.now());
    return taken.stream().anyMatch(it -> it.id() == id)
        ? Response.ok(Map.of("message_id", id, "status", "SENT")).build()
        : Response.status(404).build();
  }

  /** When statuses were asked for. */
  synchronized List<Instant> asked() {
    return List.copyOf(asked);
  }

  private synchronized Uni<Response> react(String phone, String text, HttpServerRequest request) {
    var ordered = orders.getOrDefault(phone, new ArrayDeque<>()).poll();
    return switch (ordered) {
      case null -> Uni.createFrom().item(accept(phone, text));
      case Reaction.Answer(var status, var body, var headers) -> {
        var answer = Response.status(status).entity(body).type("application/json");
        headers.forEach(answer::header);
        yield Uni.createFrom().item(answer.build());
      }
      case Reaction.CutBeforeAccepting cut -> cut(request);
      case Reaction.CutAfterAccepting cut -> {
        accept(phone, text);
        yield cut(request);
      }
      case Reaction.SilenceAfterAccepting silence -> {
        accept(phone, text);
        yield Uni.createFrom().nothing();
      }
    };
  }

  private Response accept(String phone, String text) {
    var message = new Taken(phone, ids.incrementAndGet(), text, Instant.now());
    taken.add(message);
    return Response.status(201)
        .entity(
            Map.of(
                "request_id",
                "r",
                "message_id",
                message.id(),
                "channel_message_id",
                message.wamid()))
        .build();
  }

  private static Uni<Response> cut(HttpServerRequest request) {
    request.connection().close();
    return Uni.createFrom().nothing();
  }
}
