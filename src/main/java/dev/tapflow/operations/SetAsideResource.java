package dev.tapflow.operations;

import dev.tapflow.inbox.SetAsideEvents;
import dev.tapflow.inbox.SetAsideEvents.Id;
import dev.tapflow.inbox.SetAsideEvents.PutBack;
import dev.tapflow.message.ContactKey;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Events that could not be handled: an operator looks at them, puts them back or dismisses them.
 */
@Path("/api/v1/set-aside")
@Blocking
public class SetAsideResource {

  private static final int MOST = 100;

  private final SetAsideEvents events;

  SetAsideResource(SetAsideEvents events) {
    this.events = events;
  }

  /** A page of the list; {@code next} is missing on the last. */
  public record Page(List<Listed> events, @Nullable String next) {}

  /**
   * An event that was set aside.
   *
   * @param contact channel and address
   * @param payload the beginning of what came
   */
  public record Listed(
      String contact,
      String id,
      String kind,
      Instant occurredAt,
      Instant setAsideAt,
      String error,
      String payload) {

    static Listed of(SetAsideEvents.Entry entry) {
      return new Listed(
          entry.id().contact().text(),
          entry.id().externalId(),
          entry.kind(),
          entry.occurredAt(),
          entry.setAsideAt(),
          entry.error(),
          entry.payload());
    }
  }

  /** Names an event as the list does. */
  public record Named(@Nullable String contact, @Nullable String id) {

    static Named of(Id id) {
      return new Named(id.contact().text(), id.externalId());
    }

    Id toId() {
      return idOf(contact, id);
    }
  }

  /** Which events. */
  public record Choice(@Nullable List<Named> events) {}

  @GET
  @Operation(summary = "What could not be handled, the newest first")
  public Page list(
      @Parameter(description = "Only this contact's, such as main/+34600000001")
          @QueryParam("contact")
          @Nullable String contact,
      @Parameter(description = "The next of the page before") @QueryParam("before")
          @Nullable String before,
      @Parameter(description = "At most so many, up to 100") @QueryParam("most") @DefaultValue("50")
          int most) {
    if (most < 1 || most > MOST) {
      throw new BadRequestException("Expected most from 1 to %d, but got %d".formatted(MOST, most));
    }
    var found =
        events.newest(
            Optional.ofNullable(contact).map(SetAsideResource::key),
            Optional.ofNullable(before).map(Cursor::read),
            most);
    var next = found.size() < most ? null : Cursor.write(found.getLast());
    return new Page(found.stream().map(Listed::of).toList(), next);
  }

  @POST
  @Path("/retry")
  @Operation(summary = "Puts events back into the inbox; answers with those that were set aside")
  public Choice retry(@Nullable Choice choice) {
    return switch (events.putBack(ids(choice))) {
      case PutBack.Taken(var ids) -> new Choice(ids.stream().map(Named::of).toList());
      case PutBack.NotNow(var answer) ->
          throw new ServiceUnavailableException(answer.why(), answer.retryAfter().toSeconds());
    };
  }

  @DELETE
  @Operation(summary = "Dismisses an event: it will not be handled")
  public void dismiss(
      @QueryParam("contact") @Nullable String contact, @QueryParam("id") @Nullable String id) {
    if (events.dismiss(List.of(idOf(contact, id))).isEmpty()) {
      throw new NotFoundException("No such event is set aside");
    }
  }

  private static List<Id> ids(@Nullable Choice choice) {
    var named = Optional.ofNullable(choice).map(Choice::events).orElse(List.of());
    if (named.isEmpty() || named.size() > MOST) {
      throw new BadRequestException(
          "Expected {\"events\": [{\"contact\", \"id\"}, …]} with 1 to %d events, but got %d"
              .formatted(MOST, named.size()));
    }
    return named.stream().map(Named::toId).distinct().toList();
  }

  private static Id idOf(@Nullable String contact, @Nullable String id) {
    if (contact == null || id == null) {
      throw new BadRequestException("Expected a contact and an id, as the list has them");
    }
    return new Id(key(contact), id);
  }

  private static ContactKey key(String contact) {
    try {
      return ContactKey.parse(contact);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e.getMessage(), e);
    }
  }
}
