package dev.tapflow.flow;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Opening hours: a week of spans in a time zone, and the days that are closed all day. */
public record Hours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> closed) {

  /** A year and a bit: hours that never open are found out without searching for ever. */
  private static final int DAYS_SEARCHED = 400;

  public Hours {
    week = Map.copyOf(week);
    closed = Set.copyOf(closed);
  }

  /** Open from the first time (included) to the second (excluded), local time of the zone. */
  public record Span(LocalTime from, LocalTime to) {}

  public boolean isOpen(Instant now) {
    var local = now.atZone(zone);
    return spans(local.toLocalDate())
        .anyMatch(
            span ->
                !local.toLocalTime().isBefore(span.from())
                    && local.toLocalTime().isBefore(span.to()));
  }

  /** When it opens next after now; now itself while open; empty where it never opens. */
  public Optional<Instant> nextOpen(Instant now) {
    if (isOpen(now)) {
      return Optional.of(now);
    }
    var today = now.atZone(zone).toLocalDate();
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(DAYS_SEARCHED)
        .flatMap(day -> spans(day).map(span -> day.atTime(span.from()).atZone(zone).toInstant()))
        .filter(opening -> opening.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private Stream<Span> spans(LocalDate day) {
    return closed.contains(day)
        ? Stream.empty()
        : week.getOrDefault(day.getDayOfWeek(), List.of()).stream();
  }
}
