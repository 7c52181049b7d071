package dev.tapflow.rehearsal;

import dev.tapflow.flow.Release;
import dev.tapflow.rehearsal.Recording.Answer;
import dev.tapflow.rehearsal.Recording.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a conversation that was held down as a case of a test. What the customer did is played
 * again, so that the bot's words are those of the flow and not what a channel made of them. What a
 * service answered nobody remembers: an empty answer stands there, for the author to fill in.
 */
public final class Recorder {

  private static final int MOST_CALLS = 50;
  private static final int FINE = 200;

  private Recorder() {}

  /**
   * The case.
   *
   * @param began when the conversation began, business time
   * @param acts what the customer did, and the time that went by
   */
  public static Recording of(Release release, String name, Instant began, List<Turn> acts) {
    var answers = new ArrayList<Answer>();
    while (true) {
      var path = new Generation.Path(List.copyOf(acts), List.copyOf(answers), Set.of());
      var replay = Replay.at(release, anyFlow(release), path, began);
      var unanswered = replay.stage().unanswered();
      if (unanswered.isEmpty() || answers.size() >= MOST_CALLS) {
        return replay.recordingFrom(name, began);
      }
      unanswered.ifPresent(it -> answers.add(new Answer(it.method(), it.url(), FINE, Map.of())));
    }
  }

  /** Its channel is the customer's. */
  private static String anyFlow(Release release) {
    return release.flows().keySet().stream().sorted().findFirst().orElse("");
  }
}
