package dev.tapflow.sandbox;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * What Octopods accepted and refused, in that order, perhaps of one phone only, or what came after
 * a message that is known already.
 */
@Path("/sandbox/control")
final class LedgerResource {

  private final Ledger ledger;

  LedgerResource(Ledger ledger) {
    this.ledger = ledger;
  }

  @GET
  @Path("/accepted")
  public Response accepted(@RestQuery @Nullable String phone, @RestQuery @Nullable Long after) {
    long known = after == null ? 0 : after;
    return Json.response(
        200,
        ledger.accepted().stream()
            .filter(e -> e.messageId() > known && isOf(e.phone(), phone))
            .toList());
  }

  @GET
  @Path("/refused")
  public Response refused(@RestQuery @Nullable String phone) {
    return Json.response(
        200, ledger.refused().stream().filter(e -> isOf(e.phone(), phone)).toList());
  }

  /** A plus in a query is a space to some clients, so that it may be left out. */
  private static boolean isOf(@Nullable String phone, @Nullable String wanted) {
    return wanted == null || ("+" + wanted.strip().replace("+", "")).equals(phone);
  }
}
