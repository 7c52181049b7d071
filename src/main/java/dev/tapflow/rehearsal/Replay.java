package dev.tapflow.rehearsal;

import dev.tapflow.engine.Conversation;
import dev.tapflow.engine.Customer;
import dev.tapflow.engine.Session;
import dev.tapflow.engine.Waiting;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.trial.Mock;
import dev.tapflow.flow.trial.When;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.rehearsal.Recording.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One path played from its beginning, with what the bot said on it. */
final class Replay {

  private static final Place NOWHERE = new Place("", 1, 1);
  private static final String NOBODY = "+34600000001";
  private static final int LONGEST_NAME = 100;

  private final Generation.Path path;
  private final Stage stage;
  private final List<Turn> turns = new ArrayList<>();

  private Replay(Release release, String flow, Generation.Path path, Instant began) {
    this.path = path;
    var customer =
        new Customer(
            new ContactKey(World.channel(release.bot(), flow), NOBODY),
            "",
            Map.of(),
            new TreeSet<>(),
            false,
            Optional.empty(),
            false);
    this.stage =
        new Stage(
            release,
            new Session(customer, Optional.empty()),
            new Services(path.answers().stream().map(Replay::mock).toList()),
            began);
  }

  static Replay of(Release release, String flow, Generation.Path path) {
    return at(release, flow, path, When.BEGINNING.in(release.bot().zone()));
  }

  static Replay at(Release release, String flow, Generation.Path path, Instant began) {
    var replay = new Replay(release, flow, path, began);
    var acts = new Acts(new World(release, Map::of), replay.stage, "");
    for (var act : path.acts()) {
      replay.turns.add(act);
      line(act).ifPresent(acts::play);
      replay.stage.unheard().forEach(it -> replay.turns.add(new Turn.Said(it)));
      replay.stage.hear();
    }
    return replay;
  }

  Stage stage() {
    return stage;
  }

  /** Where it stands, and at which page of a long list; empty at the end. */
  Optional<String> place() {
    return stage.session().open().map(Replay::place);
  }

  private static String place(Conversation conversation) {
    var at = conversation.at().text();
    return conversation.waiting() instanceof Waiting.ForAnswer answer && answer.page() > 0
        ? at + " page " + answer.page()
        : at;
  }

  /** True in a sub-flow, which comes back. */
  boolean isCalled() {
    return stage.session().open().filter(it -> !it.frames().isEmpty()).isPresent();
  }

  /** What is done on it, in a few words. */
  String name() {
    var acts = path.acts().stream().map(Replay::word).collect(Collectors.joining(", "));
    var answers =
        path.answers().stream()
            .map(Replay::word)
            .collect(Collectors.joining(", ", " (answered ", ")"));
    var name = path.answers().isEmpty() ? acts : acts + answers;
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME).strip() + "…";
  }

  Recording recording(String name) {
    return recording(name, Optional.empty());
  }

  Recording recordingFrom(String name, Instant began) {
    return recording(name, Optional.of(began));
  }

  private Recording recording(String name, Optional<Instant> began) {
    var all = new ArrayList<>(turns);
    all.add(new Turn.StoodAt(stage.session().open().map(Conversation::at)));
    return new Recording(name, Map.of(), began, path.answers(), all);
  }

  private static String word(Recording.Answer answer) {
    var body = answer.body() == null ? "" : " " + Facets.shown(answer.body());
    return (answer.status() + body).strip();
  }

  private static String word(Turn act) {
    return switch (act) {
      case Turn.Started(var flow, _) -> "starts " + flow;
      case Turn.Wrote(var text) -> text;
      case Turn.Tapped(var title) -> title;
      case Turn.TappedOlder(_, var option) -> option;
      case Turn.Sent(var content) -> "sends " + content.inputKind();
      case Turn.Waited(var time) -> "waits " + Spans.of(time);
      case Turn.AgentActed(var action, _) -> "agent " + action.name().toLowerCase(Locale.ROOT);
      case Turn.Said _, Turn.StoodAt _ -> "";
    };
  }

  private static Optional<Line.Act> line(Turn act) {
    return Optional.ofNullable(
        switch (act) {
          case Turn.Started(var flow, var step) ->
              new Line.Starts(NOWHERE, flow, step, new LinkedHashMap<>());
          case Turn.Wrote(var text) -> new Line.Writes(NOWHERE, text, Optional.empty());
          case Turn.Tapped(var title) -> new Line.Taps(NOWHERE, title, Optional.empty());
          case Turn.TappedOlder(var step, var option) ->
              new Line.TapsOlder(NOWHERE, Optional.of(step.flow()), step.step(), option);
          case Turn.Sent(Content.FormAnswer answer) ->
              new Line.Answers(NOWHERE, filled(answer.values()));
          case Turn.Sent(var content) -> new Line.Sends(NOWHERE, content, Optional.empty());
          case Turn.Waited(var time) -> new Line.Advances(NOWHERE, time);
          case Turn.AgentActed(var action, var name) -> new Line.AgentActs(NOWHERE, action, name);
          case Turn.Said _, Turn.StoodAt _ -> null;
        });
  }

  private static Mock mock(Recording.Answer answer) {
    return new Mock(
        answer.method(),
        answer.url(),
        new Mock.Answer.Replies(answer.status(), datum(answer.body())),
        Duration.ZERO);
  }

  private static LinkedHashMap<String, Datum> filled(Map<String, @Nullable Object> values) {
    var filled = new LinkedHashMap<String, Datum>();
    values.forEach((name, value) -> filled.put(name, datum(value)));
    return filled;
  }

  private static Datum datum(@Nullable Object value) {
    return switch (value) {
      case null -> plain("null");
      case Map<?, ?> map -> {
        var entries = new LinkedHashMap<String, Datum>();
        map.forEach((name, it) -> entries.put(String.valueOf(name), datum(it)));
        yield new Datum.Entries(entries);
      }
      case List<?> list -> new Datum.Items(list.stream().map(Replay::datum).toList());
      case String text -> Datum.Scalar.literal(text);
      default -> plain(value.toString());
    };
  }

  private static Datum plain(String written) {
    return new Datum.Scalar(written, Text.literal(written), false);
  }
}
