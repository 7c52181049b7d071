package dev.tapflow.door;

import jakarta.validation.constraints.Max;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;

/** Fails in every way a resource can. */
@Path("/trouble")
public class TroubleResource {

  record Wish(int count) {}

  @GET
  @Path("/refused")
  public String refused() {
    throw new WebApplicationException("Expected a wish, but got none", 409);
  }

  @GET
  @Path("/bug")
  public String bug() {
    throw new IllegalStateException("a secret of ours");
  }

  @GET
  @Path("/no-database")
  public String noDatabase() {
    throw new IllegalStateException(new SQLException("connection refused", "08001"));
  }

  @GET
  @Path("/at-most-ten")
  public int atMostTen(@QueryParam("count") @Max(10) int count) {
    return count;
  }

  @POST
  @Path("/wishes")
  @Consumes(MediaType.APPLICATION_JSON)
  public int wish(Wish wish) {
    return wish.count();
  }

  @POST
  @Path("/bytes")
  public int bytes(byte[] body) {
    return body.length;
  }
}
