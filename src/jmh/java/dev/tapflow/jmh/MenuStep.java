package dev.tapflow.jmh;

import dev.tapflow.engine.Customer;
import dev.tapflow.engine.Effect;
import dev.tapflow.engine.Engine;
import dev.tapflow.engine.Session;
import dev.tapflow.engine.Turn;
import dev.tapflow.flow.Release;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A tap on a menu's option, and the next menu rendered with a field and a condition in it. */
@State(Scope.Benchmark)
public class MenuStep {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  private final Engine engine = new Engine();
  private Release release = Folders.menus();
  private Session session = fresh();
  private Event tap = text("hi");

  /** Stands at the first menu with its first option in hand. */
  @Setup
  public void begin() {
    release = Folders.menus();
    var begun = engine.step(release, fresh(), text("hi"), NOW);
    session = begun.session();
    var option = choice(begun);
    tap = message(new Content.Tap(Optional.of(option.id()), option.title()));
  }

  /** One turn. */
  @Benchmark
  public Turn turn() {
    return engine.step(release, session, tap, NOW);
  }

  private static Session fresh() {
    return new Session(
        new Customer(
            ContactKey.parse("main/+34600000001"),
            "en",
            Map.of("first_name", "Ana"),
            new TreeSet<>(),
            false,
            Optional.of(NOW.plus(Duration.ofHours(24))),
            false),
        Optional.empty());
  }

  private static Event text(String words) {
    return message(new Content.Text(words));
  }

  private static Event message(Content content) {
    return new Event.Message(Optional.empty(), Optional.empty(), Optional.empty(), content);
  }

  private static Outbound.Choice choice(Turn turn) {
    return turn.effects().stream()
        .flatMap(it -> it instanceof Effect.Send(var sent) ? Optional.of(sent).stream() : Optional.<dev.tapflow.message.Outgoing>empty().stream())
        .flatMap(
            it ->
                it.message() instanceof Outbound.Buttons buttons
                    ? buttons.choices().stream()
                    : java.util.stream.Stream.<Outbound.Choice>empty())
        .findFirst()
        .orElseThrow();
  }
}
