package dev.tapflow.console;

import dev.tapflow.conversation.Releases;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.StepRef;
import dev.tapflow.message.ReplyId;
import dev.tapflow.rehearsal.Recorder;
import dev.tapflow.rehearsal.Recording;
import dev.tapflow.rehearsal.Recording.Turn;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Conversations that were held become cases of a test. */
@Path("/api/v1/flows/cases")
@Blocking
public class CasesResource {

  /** Shorter pauses are those of somebody who types. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

  private static final int MOST_ACTS = 500;
  private static final String MENU = "menu";

  private final Releases releases;

  CasesResource(Releases releases) {
    this.releases = releases;
  }

  /** What the customer did; the oldest first. */
  public record Held(@Nullable String name, @Nullable List<Act> acts) {}

  /**
   * A message of the customer.
   *
   * @param at business time
   * @param text what was typed, or the title that was tapped
   * @param option the reply id of what was tapped
   * @param older true where a newer message with options was there
   */
  public record Act(
      @Nullable Instant at, @Nullable String text, @Nullable String option, boolean older) {}

  @POST
  @Produces("application/yaml")
  @Operation(summary = "A conversation as a file of tests, in YAML")
  public String write(@Nullable Held held) {
    var release =
        releases
            .published()
            .orElseThrow(() -> new ServiceUnavailableException("No flows are published yet"))
            .release();
    var acts = Optional.ofNullable(held).map(Held::acts).orElse(List.of());
    if (acts.isEmpty() || acts.size() > MOST_ACTS) {
      throw new BadRequestException("Expected 1 to " + MOST_ACTS + " acts of the customer");
    }
    var name = Optional.ofNullable(held).map(Held::name).filter(it -> !it.isBlank());
    var began = at(acts.getFirst());
    return Recording.file(
        List.of(
            Recorder.of(
                release, name.orElse("a conversation"), began, turns(acts, release.bot()))));
  }

  private static List<Turn> turns(List<Act> acts, Bot bot) {
    var turns = new ArrayList<Turn>();
    var before = at(acts.getFirst());
    for (var act : acts) {
      var pause = Duration.between(before, at(act));
      if (pause.compareTo(SHORTEST_PAUSE) >= 0) {
        turns.add(new Turn.Waited(Duration.ofSeconds(pause.toSeconds())));
        before = at(act);
      }
      turns.add(turn(act, bot));
    }
    return turns;
  }

  private static Turn turn(Act act, Bot bot) {
    var text = Optional.ofNullable(act.text()).orElse("");
    var id = Optional.ofNullable(act.option()).flatMap(ReplyId::parse);
    return switch (id.orElse(null)) {
      case ReplyId.Option option when act.older() ->
          new Turn.TappedOlder(new StepRef(option.flow(), option.step()), option.option());
      // the button under a text is the channel's; what it does is a command
      case ReplyId.TextButton _ -> new Turn.Wrote(menuWord(bot).orElse(text));
      case ReplyId.Option _, ReplyId.Page _, ReplyId.Form _ -> new Turn.Tapped(text);
      case null -> act.option() == null ? new Turn.Wrote(text) : new Turn.Tapped(text);
    };
  }

  private static Optional<String> menuWord(Bot bot) {
    return Optional.<Bot.Command>ofNullable(bot.commands().get(MENU))
        .flatMap(command -> command.words().stream().findFirst());
  }

  private static Instant at(Act act) {
    if (act.at() == null) {
      throw new BadRequestException("Expected a time \"at\" for each act");
    }
    return act.at();
  }
}
