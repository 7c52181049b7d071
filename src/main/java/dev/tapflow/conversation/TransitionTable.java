package dev.tapflow.conversation;

import dev.tapflow.database.Column;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.engine.Trace;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.ContactKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the history of conversations: what the funnel and "why did it say that?" read. */
@Singleton
class TransitionTable {

  private static final String INSERT =
      """
      INSERT INTO transition (contact_key, ordinal, release, flow, step, exit, target, reason,
                              looked_at, occurred_at)
      SELECT k, o, r, f, s, x, t, y, l::jsonb, a
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::timestamptz[])
           AS n(k, o, r, f, s, x, t, y, l, a)
      """;

  /** A line of history. */
  record Transition(
      ContactKey contact,
      long ordinal,
      String release,
      StepRef from,
      String exit,
      Optional<Target> to,
      String reason,
      Map<String, String> lookedAt,
      Instant at) {

    /** The line that a trace makes; expressions that failed and limits are counted, not listed. */
    static Optional<Transition> of(
        ContactKey contact, long ordinal, String release, Trace trace, Instant at) {
      return switch (trace) {
        case Trace.Moved(var from, var exit, var to, var reason, var values) ->
            Optional.of(
                new Transition(
                    contact, ordinal, release, from, exit, Optional.of(to), reason, values, at));
        case Trace.Stayed(var where, var exit, var reason) ->
            Optional.of(
                new Transition(
                    contact,
                    ordinal,
                    release,
                    where,
                    exit,
                    Optional.empty(),
                    reason,
                    Map.of(),
                    at));
        case Trace.Started(var where, var exit, var reason) ->
            Optional.of(
                new Transition(
                    contact,
                    ordinal,
                    release,
                    where,
                    exit,
                    Optional.of(new Target.To(where)),
                    reason,
                    Map.of(),
                    at));
        case Trace.Failed failed -> Optional.empty();
        case Trace.Cut cut -> Optional.empty();
        case Trace.LimitReached limit -> Optional.empty();
      };
    }
  }

  void insert(RoundTrip trip, List<Transition> rows) {
    if (rows.isEmpty()) {
      return;
    }
    trip.update(
        INSERT,
        Column.texts(rows, row -> row.contact().text()),
        Column.numbers(rows, Transition::ordinal),
        Column.texts(rows, Transition::release),
        Column.texts(rows, row -> row.from().flow()),
        Column.texts(rows, row -> row.from().step()),
        Column.texts(rows, Transition::exit),
        Column.maybeTexts(rows, row -> row.to().map(Target::text)),
        Column.texts(rows, Transition::reason),
        Column.texts(rows, row -> SessionJson.writeValues(new HashMap<>(row.lookedAt()))),
        Column.times(rows, Transition::at));
  }
}
