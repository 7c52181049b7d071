package dev.tapflow.examples;

import dev.tapflow.engine.Customer;
import dev.tapflow.engine.Effect;
import dev.tapflow.engine.Engine;
import dev.tapflow.engine.Session;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.release.FlowFolder;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Outbound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer who writes, and what the example flows say to it, line by line. */
final class Transcript {

  private final Engine engine = new Engine();
  private final Release release;
  private final Instant now;
  private final List<String> said = new ArrayList<>();
  private Session session;

  Transcript(Instant now, Map<String, Object> fields) throws IOException {
    this.now = now;
    this.release =
        switch (new ReleaseLoader().load(FlowFolder.read(Path.of("flows")))) {
          case LoadResult.Loaded loaded -> loaded.release();
          case LoadResult.Rejected rejected ->
              throw new AssertionError(rejected.findings().toString());
        };
    var customer =
        new Customer(
            "main", "en", fields, false, Optional.of(now.plus(Duration.ofHours(24))), false);
    session = new Session(customer, Optional.empty());
  }

  /** What the bot answers, one entry a message. */
  List<String> write(String text) {
    return take(
        new Event.Message(
            Optional.empty(), Optional.empty(), Optional.empty(), new Content.Text(text)));
  }

  List<String> agent(Event.AgentActed.Action action) {
    return take(new Event.AgentActed(action, "Maria"));
  }

  Map<String, Object> fields() {
    return session.customer().fields();
  }

  private List<String> take(Event event) {
    said.clear();
    var turn = engine.step(release, session, event, now);
    session = turn.session();
    turn.effects().forEach(this::hear);
    return List.copyOf(said);
  }

  private void hear(Effect effect) {
    said.add(
        switch (effect) {
          case Effect.Send(var message) -> read(message.message());
          case Effect.AskForAgent asked -> "asks " + asked.team() + ": " + asked.note();
          case Effect.WithdrawRequest withdrawn -> "no longer asks " + withdrawn.team();
        });
  }

  private static String read(Outbound message) {
    return switch (message) {
      case Outbound.Text(var body) -> body;
      case Outbound.Buttons buttons -> buttons.body() + " " + titles(buttons.choices());
      case Outbound.Options list ->
          list.body()
              + " "
              + titles(list.sections().stream().flatMap(it -> it.choices().stream()).toList());
      case Outbound.Template template -> template.name() + " " + template.values().body();
    };
  }

  private static List<String> titles(List<Outbound.Choice> choices) {
    return choices.stream().map(Outbound.Choice::title).toList();
  }
}
