package dev.tapflow.console;

import dev.tapflow.conversation.ContactView;
import dev.tapflow.conversation.Owner;
import dev.tapflow.engine.Waiting;
import dev.tapflow.outbox.OutboxView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page beside the phone shows of a contact. */
record ContactState(
    @Nullable Contact contact,
    @Nullable Running conversation,
    List<Transition> transitions,
    List<Sent> outbox) {

  static final ContactState UNKNOWN = new ContactState(null, null, List.of(), List.of());

  record Contact(
      String channel,
      String number,
      @Nullable String name,
      @Nullable String language,
      Map<String, Object> fields,
      boolean optedOut,
      @Nullable Instant lastInboundAt,
      Window window) {}

  record Window(boolean open, @Nullable Instant closesAt) {}

  record Running(
      long id,
      String release,
      String flow,
      String step,
      String owner,
      @Nullable String team,
      @Nullable String agent,
      @Nullable String note,
      @Nullable String waitingFor,
      @Nullable Instant wakeAt,
      Map<String, Object> vars,
      boolean open,
      Instant startedAt,
      @Nullable Instant endedAt) {}

  record Transition(
      Instant at,
      String flow,
      String step,
      String exit,
      @Nullable String to,
      String reason,
      Map<String, Object> values) {}

  record Sent(
      long id,
      String kind,
      String state,
      @Nullable String delivery,
      int attempts,
      @Nullable String why,
      Instant at) {}

  static ContactState of(ContactView view, List<OutboxView.Entry> outbox, Instant now) {
    return new ContactState(
        contact(view, now),
        view.conversation().map(ContactState::running).orElse(null),
        view.history().stream().map(ContactState::transition).toList(),
        outbox.reversed().stream().map(ContactState::sent).toList());
  }

  private static Contact contact(ContactView view, Instant now) {
    var closesAt = view.windowClosesAt();
    return new Contact(
        view.key().channel(),
        view.key().address(),
        view.name().orElse(null),
        view.language().orElse(null),
        view.fields(),
        view.optedOut(),
        view.lastInboundAt().orElse(null),
        new Window(closesAt.filter(now::isBefore).isPresent(), closesAt.orElse(null)));
  }

  private static Running running(ContactView.Running stored) {
    var conversation = stored.conversation();
    var waiting = conversation.waiting();
    return new Running(
        conversation.ordinal(),
        stored.release(),
        conversation.at().flow(),
        conversation.at().step(),
        stored.owner().word(),
        stored.team().orElse(null),
        stored.agent().orElse(null),
        note(waiting).orElse(null),
        waitingFor(conversation.at().step(), waiting).orElse(null),
        waiting.nextAlarm().map(Waiting.Alarm::at).orElse(null),
        conversation.vars(),
        stored.owner() != Owner.NONE,
        conversation.startedAt(),
        waiting instanceof Waiting.Over over ? over.at() : null);
  }

  private static Optional<String> note(Waiting waiting) {
    return switch (waiting) {
      case Waiting.ForAgent asked -> Optional.of(asked.note());
      case Waiting.WithAgent with -> Optional.of(with.note());
      case Waiting.ForAnswer _, Waiting.ForTime _, Waiting.ForHttp _ -> Optional.empty();
      case Waiting.Over over -> Optional.empty();
    };
  }

  private static Optional<String> waitingFor(String step, Waiting waiting) {
    return switch (waiting) {
      case Waiting.ForAnswer answer -> Optional.of("the answer to " + step);
      case Waiting.ForTime time -> Optional.of("the end of the pause at " + step);
      case Waiting.ForHttp http -> Optional.of("the answer of the service at " + step);
      case Waiting.ForAgent asked -> Optional.of("somebody of " + asked.team());
      case Waiting.WithAgent with -> Optional.of(with.agent() + " to give it back");
      case Waiting.Over over -> Optional.empty();
    };
  }

  private static Transition transition(ContactView.Line line) {
    return new Transition(
        line.at(),
        line.flow(),
        line.step(),
        line.exit(),
        line.target().orElse(null),
        line.reason(),
        line.lookedAt());
  }

  private static Sent sent(OutboxView.Entry entry) {
    return new Sent(
        entry.sequence(),
        entry.kind(),
        entry.state(),
        entry.delivery().orElse(null),
        entry.attempts(),
        entry.why().orElse(null),
        entry.at());
  }
}
