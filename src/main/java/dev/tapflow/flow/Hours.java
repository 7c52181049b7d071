package dev.tapflow.flow;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Opening hours: a week of spans in a time zone, and the days that are closed all day. The clock on
 * the wall decides: where it is put back, an hour is twice as long; where it is put forward, times
 * are left out, and what opens in them opens when the clock has jumped.
 */
public record Hours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> closed) {

  /** A year and a bit: hours that never open are found out without searching for ever. */
  private static final int DAYS_SEARCHED = 400;

  public Hours {
    week = Map.copyOf(week);
    closed = Set.copyOf(closed);
  }

  /**
   * Open from the first time (included) to the second (excluded), local time of the zone. Where the
   * second is not later, it is of the next day, even when that one is closed.
   */
  public record Span(LocalTime from, LocalTime to) {

    boolean isOvernight() {
      return !to.isAfter(from);
    }

    private boolean hasBegun(LocalTime time) {
      return !time.isBefore(from) && (isOvernight() || time.isBefore(to));
    }

    private boolean goesOn(LocalTime nextDay) {
      return isOvernight() && nextDay.isBefore(to);
    }
  }

  public boolean isOpen(Instant now) {
    var local = now.atZone(zone);
    var day = local.toLocalDate();
    var time = local.toLocalTime();
    return spans(day).anyMatch(it -> it.hasBegun(time))
        || spans(day.minusDays(1)).anyMatch(it -> it.goesOn(time));
  }

  /** When it opens next after now; now itself while open; empty where it never opens. */
  public Optional<Instant> nextOpen(Instant now) {
    if (isOpen(now)) {
      return Optional.of(now);
    }
    var today = now.atZone(zone).toLocalDate();
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(DAYS_SEARCHED)
        .flatMap(day -> opening(day, now).stream())
        .findFirst();
  }

  private Optional<Instant> opening(LocalDate day, Instant after) {
    return Stream.concat(spans(day).flatMap(it -> moments(day.atTime(it.from()))), shift(day))
        .filter(it -> it.isAfter(after) && isOpen(it))
        .min(Comparator.naturalOrder());
  }

  /** When the clock on the wall shows this: once, twice, or never. */
  private Stream<Instant> moments(LocalDateTime shown) {
    return zone.getRules().getValidOffsets(shown).stream().map(shown::toInstant);
  }

  /** When the clock is put forward or back that day: in the middle of a span it opens at once. */
  private Stream<Instant> shift(LocalDate day) {
    var begin = day.atStartOfDay(zone).toInstant().minusNanos(1);
    var end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return Optional.ofNullable(zone.getRules().nextTransition(begin)).stream()
        .map(it -> it.getInstant())
        .filter(it -> it.isBefore(end));
  }

  private Stream<Span> spans(LocalDate day) {
    return closed.contains(day)
        ? Stream.empty()
        : week.getOrDefault(day.getDayOfWeek(), List.of()).stream();
  }
}
