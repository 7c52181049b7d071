package dev.tapflow.rehearsal;

import dev.tapflow.flow.StepRef;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that was held, in order, to be kept as a case: what happened, and what the bot
 * said. Played again it passes, where the flows are the same.
 *
 * @param name of the case
 * @param contact the contact's fields before it began; {@code language} and {@code tags} too
 * @param now when it began; empty: as every case does
 * @param services how services answered
 * @param turns what happened and was said
 */
public record Recording(
    String name,
    Map<String, Object> contact,
    Optional<Instant> now,
    List<Answer> services,
    List<Turn> turns) {

  public Recording {
    contact = Collections.unmodifiableMap(new LinkedHashMap<>(contact));
    services = List.copyOf(services);
    turns = List.copyOf(turns);
  }

  /** The case as YAML: one item of the list {@code cases}, indented as one. */
  public String yaml() {
    return new CaseYaml(this).written();
  }

  /** A whole file of tests with these cases. */
  public static String file(List<Recording> cases) {
    var file = new StringBuilder("cases:\n");
    cases.forEach(it -> file.append(it.yaml()));
    return file.toString();
  }

  /**
   * How a service answered.
   *
   * @param body text, Boolean, Long, Double, List, Map or null
   */
  public record Answer(String method, String url, int status, @Nullable Object body) {}

  /** Something that happened. */
  public sealed interface Turn {

    /** The bot was told to speak first. */
    record Started(String flow, Optional<String> step) implements Turn {}

    /** The customer typed. */
    record Wrote(String text) implements Turn {}

    /** The customer tapped the newest option of this title. */
    record Tapped(String title) implements Turn {}

    /** The customer tapped an option of a step, on whichever of its messages. */
    record TappedOlder(StepRef step, String option) implements Turn {}

    /** The customer sent something else. What a test cannot say is left out, with a comment. */
    record Sent(Content content) implements Turn {}

    /** Time went by; whole seconds. */
    record Waited(Duration time) implements Turn {}

    /** An agent did something; the name may be empty. */
    record AgentActed(Event.AgentActed.Action action, String name) implements Turn {}

    /** The bot said this. */
    record Said(Outbound message) implements Turn {}

    /** The conversation stood here; empty: it was over. */
    record StoodAt(Optional<StepRef> step) implements Turn {}
  }
}
