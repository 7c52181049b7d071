package dev.tapflow.rehearsal;

import dev.tapflow.engine.Session;
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
    var timer = session.nextDue().map(it -> new Due(it.at(), new Event.TimerFired(it.token())));
    return Stream.concat(answers.stream(), timer.stream())
        .filter(it -> !it.at().isAfter(until))
        .min(Comparator.comparing(Due::at));
  }
}
