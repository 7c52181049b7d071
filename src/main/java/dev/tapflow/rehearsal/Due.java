package dev.tapflow.rehearsal;

import dev.tapflow.engine.Appointment;
import dev.tapflow.engine.Conversation;
import dev.tapflow.engine.Session;
import dev.tapflow.engine.Waiting;
import dev.tapflow.message.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that happens at a time of its own. */
record Due(Instant at, Event event) {

  /** What is due first, up to a moment: an answer, the alarm of a wait, a flow set for later. */
  static Optional<Due> next(Session session, List<Due> answers, Instant until) {
    return Stream.of(answers.stream(), alarm(session), appointments(session))
        .flatMap(it -> it)
        .filter(it -> !it.at().isAfter(until))
        .min(Comparator.comparing(Due::at));
  }

  private static Stream<Due> alarm(Session session) {
    return session.open().map(Conversation::waiting).stream()
        .flatMap(
            waiting ->
                waiting.nextAlarm().stream()
                    .map(it -> new Due(it.at(), new Event.TimerFired(token(waiting)))));
  }

  private static Stream<Due> appointments(Session session) {
    return session.appointments().values().stream()
        .sorted(Comparator.comparing(Appointment::at).thenComparing(Appointment::token))
        .map(it -> new Due(it.at(), new Event.TimerFired(it.token())));
  }

  private static long token(Waiting waiting) {
    return switch (waiting) {
      case Waiting.ForAnswer answer -> answer.token();
      case Waiting.ForTime time -> time.token();
      case Waiting.ForHttp http -> http.token();
      case Waiting.ForAgent agent -> agent.token();
      case Waiting.WithAgent agent -> agent.token();
      case Waiting.Over _ -> 0;
    };
  }
}
