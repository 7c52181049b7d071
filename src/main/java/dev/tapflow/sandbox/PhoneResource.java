package dev.tapflow.sandbox;

import dev.tapflow.sandbox.Handset.Stamp;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The customers' phones, as a person who holds one uses it. */
@Path("/sandbox/phones")
final class PhoneResource {

  private final Phones phones;
  private final Customers customers;
  private final Handset handset;
  private final WhatsApp whatsApp;
  private final SandboxSettings settings;

  PhoneResource(
      Phones phones,
      Customers customers,
      Handset handset,
      WhatsApp whatsApp,
      SandboxSettings settings) {
    this.phones = phones;
    this.customers = customers;
    this.handset = handset;
    this.whatsApp = whatsApp;
    this.settings = settings;
  }

  record Name(@Nullable String name) {}

  record TextInput(@Nullable String text, @Nullable String id, @Nullable Long timestamp) {}

  record TapInput(
      @Nullable String messageId,
      @Nullable String optionId,
      @Nullable String id,
      @Nullable Long timestamp) {}

  record StatusInput(
      @Nullable String messageId, PhoneMessage.@Nullable Status status, @Nullable Integer code) {}

  record Queued(String id) {}

  @GET
  public Response all() {
    return Json.response(200, customers.all().stream().map(PhoneDocument.Entry::of).toList());
  }

  @PUT
  @Path("/{number}")
  public Response add(@RestPath String number, byte[] body) {
    var name = phones.needed(Json.read(body, Name.class).name(), "name");
    var customer = customers.orMovingIn(phones.numberOf(number), name);
    customer.rename(name);
    return Json.response(200, PhoneDocument.Entry.of(customer));
  }

  @GET
  @Path("/{number}/messages")
  public Response messages(@RestPath String number) {
    return Json.response(200, PhoneDocument.of(phones.of(number), settings.business()));
  }

  @POST
  @Path("/{number}/texts")
  public Response types(@RestPath String number, byte[] body) {
    var customer = phones.of(number);
    var input = Json.read(body, TextInput.class);
    var text = phones.typed(input.text());
    return queued(handset.types(customer, text, new Stamp(input.id(), input.timestamp())));
  }

  @POST
  @Path("/{number}/taps")
  public Response taps(@RestPath String number, byte[] body) {
    var customer = phones.of(number);
    var input = Json.read(body, TapInput.class);
    var message = phones.messageOf(customer, input.messageId());
    var option = phones.optionOf(message, input.optionId());
    var stamp = new Stamp(input.id(), input.timestamp());
    return queued(handset.taps(customer, message, option, stamp));
  }

  @POST
  @Path("/{number}/raw")
  public Response sends(@RestPath String number, byte[] body) {
    var customer = phones.of(number);
    var message = phones.rawOf(body);
    return queued(handset.sends(customer, message, phones.stampOf(message)));
  }

  @POST
  @Path("/{number}/read")
  public Response reads(@RestPath String number) {
    whatsApp.readAll(phones.of(number));
    return Json.response(202, Json.object());
  }

  /** Lets WhatsApp report a status by hand, a failure with its code included. */
  @POST
  @Path("/{number}/statuses")
  public Response reports(@RestPath String number, byte[] body) {
    var customer = phones.of(number);
    var input = Json.read(body, StatusInput.class);
    var message = phones.messageOf(customer, input.messageId());
    var status = phones.needed(input.status(), "status");
    whatsApp.report(customer, message.id(), status, phones.failureOf(status, input.code()));
    return queued(message.id());
  }

  private static Response queued(String id) {
    return Json.response(202, new Queued(id));
  }
}
