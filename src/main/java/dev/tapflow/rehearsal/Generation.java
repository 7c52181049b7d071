package dev.tapflow.rehearsal;

import dev.tapflow.engine.Trace;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Trigger;
import dev.tapflow.rehearsal.Recording.Answer;
import dev.tapflow.rehearsal.Recording.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a case for each path through a flow, from where it starts to where it ends, leaves for
 * another flow or comes round to a question it has asked. Answers and services' replies are chosen
 * so that they fit what the flow asks and lead where its conditions look. The bot's words are the
 * engine's, so that every case passes as long as nobody changes the flow.
 */
public final class Generation {

  /**
   * How far is gone.
   *
   * @param depth the most things that happen in one case
   * @param cases the most cases
   */
  public record Bounds(int depth, int cases) {

    /** Enough for what a person would read. */
    public static final Bounds USUAL = new Bounds(12, 100);
  }

  /** Paths that are tried for one that is kept. */
  private static final int TRIED_PER_CASE = 50;

  private final Release release;
  private final Flow flow;
  private final Bounds bounds;
  private final Ideas ideas;
  private final ArrayDeque<Path> open = new ArrayDeque<>();
  private final List<Recording> cases = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private Generation(Release release, Flow flow, Bounds bounds) {
    this.release = release;
    this.flow = flow;
    this.bounds = bounds;
    this.ideas = new Ideas(release, flow.name(), Literals.of(release));
  }

  /** What has happened on a path so far. */
  record Path(List<Turn> acts, List<Answer> answers, Set<String> stood) {

    Path and(List<Turn> more, Set<String> places) {
      var longer = new ArrayList<>(acts);
      longer.addAll(more);
      return new Path(List.copyOf(longer), answers, places);
    }

    Path answered(Answer answer) {
      var more = new ArrayList<>(answers);
      more.add(answer);
      return new Path(acts, List.copyOf(more), stood);
    }
  }

  /**
   * The cases of one flow.
   *
   * @throws IllegalArgumentException where the release has no such flow
   */
  public static List<Recording> of(Release release, String flow, Bounds bounds) {
    var found = release.flows().get(flow);
    if (found == null) {
      throw new IllegalArgumentException("Expected a flow of the release, but got " + flow);
    }
    return new Generation(release, found, bounds).cases();
  }

  private List<Recording> cases() {
    open.add(new Path(List.of(start()), List.of(), Set.of()));
    for (int tried = 0; !open.isEmpty() && goesOn(tried); tried++) {
      follow(open.remove());
    }
    return cases;
  }

  private boolean goesOn(int tried) {
    return cases.size() < bounds.cases() && tried < bounds.cases() * TRIED_PER_CASE;
  }

  /** By its own words where it has some; else the bot speaks first. */
  private Turn start() {
    Turn first = new Turn.Started(flow.name(), Optional.empty());
    for (var trigger : flow.triggers()) {
      if (trigger instanceof Trigger.Words(var words) && begins(words.getFirst())) {
        return new Turn.Wrote(words.getFirst());
      }
    }
    return first;
  }

  private boolean begins(String words) {
    var path = new Path(List.of(new Turn.Wrote(words)), List.of(), Set.of());
    var replay = Replay.of(release, flow.name(), path);
    return replay.stage().trace().stream()
        .anyMatch(it -> it instanceof Trace.Started started && started.at().equals(flow.start()));
  }

  private void follow(Path path) {
    var replay = Replay.of(release, flow.name(), path);
    var unanswered = replay.stage().unanswered();
    if (unanswered.isPresent()) {
      ideas.replies(replay.stage(), unanswered.get()).forEach(it -> open.add(path.answered(it)));
      return;
    }
    var place = replay.place();
    var here = place.filter(it -> it.startsWith(flow.name() + "#") || replay.isCalled());
    if (here.isEmpty()
        || path.stood().contains(here.get())
        || path.acts().size() >= bounds.depth()) {
      keep(replay);
      return;
    }
    var places = new HashSet<>(path.stood());
    places.add(here.get());
    var next = ideas.next(replay, path);
    if (next.isEmpty()) {
      keep(replay);
    }
    next.forEach(it -> open.add(path.and(it, places)));
  }

  private void keep(Replay replay) {
    var name = replay.name();
    for (int again = 2; !names.add(name); again++) {
      name = replay.name() + " (" + again + ")";
    }
    cases.add(replay.recording(name));
  }
}
