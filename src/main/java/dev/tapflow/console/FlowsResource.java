package dev.tapflow.console;

import dev.tapflow.conversation.Releases;
import dev.tapflow.conversation.Releases.Publication;
import dev.tapflow.conversation.Releases.Published;
import dev.tapflow.flow.Finding;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The flows that run, and what the linter says of the folder. */
@Path("/api/v1/flows")
@Blocking
public class FlowsResource {

  private final Releases releases;

  FlowsResource(Releases releases) {
    this.releases = releases;
  }

  /** The running release, and the findings of the folder as it was last looked at. */
  public record Flows(
      @Nullable String release,
      @Nullable Instant since,
      List<String> flows,
      List<Found> findings) {}

  /** A finding, with the line it stands in. */
  public record Found(
      String severity,
      String code,
      String file,
      int line,
      int column,
      String message,
      String text) {

    static Found of(Finding finding) {
      var place = finding.place();
      return new Found(
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.code(),
          place.file(),
          place.line(),
          place.column(),
          finding.message(),
          finding.line());
    }
  }

  @GET
  @Operation(summary = "The running release and the folder's findings")
  public Flows flows() {
    return shown(releases.published(), releases.findings());
  }

  @POST
  @Path("/publish")
  @Operation(summary = "Publish the folder; refused with its findings where it has errors")
  public Response publish() {
    return switch (releases.publishFolder()) {
      case Publication.Accepted(var published) ->
          Response.ok(shown(Optional.of(published), releases.findings())).build();
      case Publication.Rejected(var findings) -> refused(findings);
    };
  }

  private static Response refused(List<Finding> findings) {
    var problem =
        new Refused(
            "about:blank",
            "Unprocessable Content",
            422,
            "The folder has errors and was not published; the running release goes on",
            findings.stream().map(Found::of).toList());
    return Response.status(422).type("application/problem+json").entity(problem).build();
  }

  /** A problem with the findings that are its cause. */
  public record Refused(
      String type, String title, int status, String detail, List<Found> findings) {}

  private static Flows shown(Optional<Published> published, List<Finding> findings) {
    return new Flows(
        published.map(running -> running.release().id()).orElse(null),
        published.map(Published::since).orElse(null),
        published
            .map(running -> running.release().flows().keySet().stream().sorted().toList())
            .orElse(List.of()),
        findings.stream().map(Found::of).toList());
  }
}
