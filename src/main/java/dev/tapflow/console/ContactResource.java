package dev.tapflow.console;

import dev.tapflow.conversation.Agents;
import dev.tapflow.conversation.Contacts;
import dev.tapflow.conversation.Owner;
import dev.tapflow.inbox.Acceptance;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event.AgentActed.Action;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.outbox.OutboxView;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One contact: its conversation's state, live, and what an agent does with it. */
@Path("/api/v1/contacts/{channel}/{number}")
@Blocking
public class ContactResource {

  private static final int MESSAGES = 20;

  private final Contacts contacts;
  private final OutboxView outbox;
  private final Agents agents;
  private final BusinessClock clock;
  private final StateStream stream;

  @Inject
  ContactResource(
      Contacts contacts,
      OutboxView outbox,
      Agents agents,
      BusinessClock clock,
      StateStream stream) {
    this.contacts = contacts;
    this.outbox = outbox;
    this.agents = agents;
    this.clock = clock;
    this.stream = stream;
  }

  /** What an agent does: {@code accepts}, {@code replies} or {@code closes}. */
  public record AgentAction(@Nullable String action, @Nullable String agent) {}

  @GET
  @Operation(summary = "A contact, its conversation, history and latest messages")
  public ContactState state(
      @PathParam("channel") String channel, @PathParam("number") String number) {
    return find(key(channel, number))
        .orElseThrow(() -> new NotFoundException("Nobody with that number has written yet"));
  }

  @GET
  @Path("/live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "The same as server-sent events, at once and after each change")
  public Multi<OutboundSseEvent> live(
      @PathParam("channel") String channel, @PathParam("number") String number, Sse sse) {
    var key = key(channel, number);
    return stream
        .of(key, () -> find(key).orElse(ContactState.UNKNOWN))
        .map(
            state ->
                sse.newEventBuilder()
                    .name("state")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(ContactState.class, state)
                    .build());
  }

  @POST
  @Path("/agent")
  @Operation(summary = "An agent accepts, replies or closes")
  public Response agent(
      @PathParam("channel") String channel,
      @PathParam("number") String number,
      @Nullable AgentAction action) {
    var key = key(channel, number);
    var what = action(action);
    var agent = Optional.ofNullable(action).map(AgentAction::agent).orElse("");
    requireHandedOver(key);
    return switch (agents.act(key, what, agent).toCompletableFuture().join()) {
      case Acceptance.Durable durable -> Response.accepted().build();
      case Acceptance.NotNow(var after, var why) ->
          throw new ServiceUnavailableException(why, after.toSeconds());
    };
  }

  private void requireHandedOver(ContactKey key) {
    var owner = contacts.find(key).flatMap(view -> view.conversation()).map(c -> c.owner());
    if (owner.filter(who -> who == Owner.ASKED || who == Owner.AGENT).isEmpty()) {
      throw new ClientErrorException(
          "An agent can act only while one is asked for or has the conversation", Status.CONFLICT);
    }
  }

  private Optional<ContactState> find(ContactKey key) {
    return contacts
        .find(key)
        .map(view -> ContactState.of(view, outbox.latest(key, MESSAGES), clock.now()));
  }

  private static Action action(@Nullable AgentAction action) {
    var word = Optional.ofNullable(action).map(AgentAction::action).orElse("");
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "accepts" -> Action.ACCEPTS;
      case "replies" -> Action.REPLIES;
      case "closes" -> Action.CLOSES;
      default ->
          throw new BadRequestException(
              "Expected the action accepts, replies or closes, but got '" + word + "'");
    };
  }

  private static ContactKey key(String channel, String number) {
    try {
      return PhoneNumber.parse(number)
          .map(phone -> ContactKey.of(channel, phone))
          .orElseGet(() -> new ContactKey(channel, number));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e.getMessage(), e);
    }
  }
}
