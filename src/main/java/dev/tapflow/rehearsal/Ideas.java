package dev.tapflow.rehearsal;

import dev.tapflow.engine.Conversation;
import dev.tapflow.engine.Trace;
import dev.tapflow.engine.Waiting;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Step;
import dev.tapflow.message.Event;
import dev.tapflow.message.HttpCall;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import dev.tapflow.rehearsal.Recording.Answer;
import dev.tapflow.rehearsal.Recording.Turn;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What could happen next on a path. */
final class Ideas {

  private static final String NONSENSE = "?!";

  private static final int MOST_WAITS = 3;

  private final Release release;
  private final String flow;
  private final Literals literals;

  /** Ways out that are no answer are gone once each: every path would have them all. */
  private final Set<String> gone = new HashSet<>();

  Ideas(Release release, String flow, Literals literals) {
    this.release = release;
    this.flow = flow;
    this.literals = literals;
  }

  List<Answer> replies(Stage stage, HttpCall call) {
    var step = stage.session().open().map(Conversation::at).flatMap(release::step);
    return step.orElse(null) instanceof Step.Http http
        ? SampleReplies.of(http, call.method(), call.url(), literals)
        : List.of(new Answer(call.method(), call.url(), 200, null));
  }

  /** Each is done as a whole. */
  List<List<Turn>> next(Replay replay, Generation.Path path) {
    var conversation = replay.stage().session().open();
    if (conversation.isEmpty()) {
      return List.of();
    }
    return switch (conversation.get().waiting()) {
      case Waiting.ForAnswer _ -> answers(replay, path, conversation.get());
      case Waiting.ForTime _ -> untilDue(replay).stream().map(List::of).toList();
      case Waiting.ForHttp _ -> List.of();
      case Waiting.ForAgent _ -> agents(replay, conversation.get());
      case Waiting.WithAgent _ ->
          List.of(List.of(new Turn.AgentActed(Event.AgentActed.Action.CLOSES, "")));
      case Waiting.Over _ -> List.of();
    };
  }

  private static Optional<Turn> untilDue(Replay replay) {
    var now = replay.stage().now();
    return replay
        .stage()
        .session()
        .open()
        .flatMap(it -> it.waiting().nextAlarm())
        .map(it -> Duration.between(now, it.at()))
        .filter(Duration::isPositive)
        // a test's time goes by in whole seconds
        .map(it -> it.toNanosPart() == 0 ? it : it.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS))
        .map(Turn.Waited::new);
  }

  private List<List<Turn>> agents(Replay replay, Conversation conversation) {
    var ways = new ArrayList<List<Turn>>();
    ways.add(
        List.of(
            new Turn.AgentActed(Event.AgentActed.Action.ACCEPTS, ""),
            new Turn.AgentActed(Event.AgentActed.Action.CLOSES, "")));
    if (gone.add(conversation.at().text() + " timeout")) {
      untilDue(replay).ifPresent(it -> ways.add(List.of(it)));
    }
    return ways;
  }

  private List<List<Turn>> answers(Replay replay, Generation.Path path, Conversation at) {
    if (!(release.step(at.at()).orElse(null) instanceof Question question)) {
      return List.of();
    }
    var ways = new ArrayList<List<Turn>>();
    taps(replay, at, question).forEach(it -> ways.add(List.of(it)));
    given(path, question, at).forEach(it -> ways.add(List.of(it)));
    if (gone.add(at.at().text() + " silence")) {
      silence(replay, path).ifPresent(ways::add);
    }
    if (question.exits().wrong().goTo().isPresent() && gone.add(at.at().text() + " wrong")) {
      ways.add(wrong(question.exits().wrong()));
    }
    return ways;
  }

  /** Until the reminder, and on until something else happens. */
  private Optional<List<Turn>> silence(Replay replay, Generation.Path path) {
    var waits = new ArrayList<Turn>();
    var here = replay.place();
    var now = replay;
    while (now.place().equals(here) && waits.size() < MOST_WAITS) {
      var wait = untilDue(now);
      if (wait.isEmpty()) {
        break;
      }
      waits.add(wait.get());
      now = Replay.of(release, flow, path.and(waits, path.stood()));
    }
    return waits.isEmpty() ? Optional.empty() : Optional.of(waits);
  }

  private static List<Turn> wrong(Exits.Wrong wrong) {
    return Stream.generate(() -> (Turn) new Turn.Wrote(NONSENSE)).limit(wrong.tries()).toList();
  }

  /** What can be tapped on the question's newest message; hidden options are typed. */
  private static List<Turn> taps(Replay replay, Conversation at, Question question) {
    var newest =
        replay.stage().sent().reversed().stream()
            .map(it -> Facets.choices(it.message()))
            .filter(it -> it.stream().anyMatch(choice -> isOf(choice, at)))
            .findFirst()
            .orElse(List.of());
    var turns = new ArrayList<Turn>();
    newest.forEach(it -> turns.add(new Turn.Tapped(it.title())));
    if (question instanceof Question.ByOption byOption) {
      byOption.options().stream()
          .filter(Option::hidden)
          .flatMap(it -> it.title().asLiteral().stream())
          .forEach(it -> turns.add(new Turn.Wrote(it)));
    }
    return turns;
  }

  private static boolean isOf(Outbound.Choice choice, Conversation at) {
    return ReplyId.parse(choice.id()).orElse(null) instanceof ReplyId.Option option
        && option.flow().equals(at.at().flow())
        && option.step().equals(at.at().step());
  }

  /** Those of the telling ones that fit, and the first of the likely ones that does. */
  private List<Turn> given(Generation.Path path, Question question, Conversation at) {
    var fitting = new ArrayList<Turn>();
    SampleAnswers.telling(question, literals).stream()
        .filter(it -> fits(path, it, at))
        .forEach(fitting::add);
    SampleAnswers.likely(question).stream()
        .filter(it -> !fitting.contains(it) && fits(path, it, at))
        .findFirst()
        .ifPresent(fitting::add);
    return fitting;
  }

  private boolean fits(Generation.Path path, Turn answer, Conversation at) {
    var tried = Replay.of(release, flow, path.and(List.of(answer), path.stood()));
    return tried.stage().trace().stream()
        .anyMatch(
            it ->
                it instanceof Trace.Moved(var from, var exit, _, _, _)
                    && from.equals(at.at())
                    && exit.equals("answer"));
  }
}
