package dev.tapflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In Paris the clock goes from 02:00 to 03:00 on Sunday 29 March 2026, and from 03:00 back to 02:00
 * on Sunday 25 October 2026.
 */
class HoursTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T08:59:59+01:00, false",
    "2026-03-03T09:00:00+01:00, true",
    "2026-03-03T12:29:59+01:00, true",
    "2026-03-03T12:30:00+01:00, false",
    "2026-03-03T13:30:00+01:00, true",
    "2026-03-03T12:00:00Z, false",
    "2026-12-25T10:00:00+01:00, false",
  })
  void isOpenWithinItsSpans(String now, boolean open) {
    var office = every(Set.of(LocalDate.of(2026, 12, 25)), "09:00-12:30", "13:30-18:00");

    assertThat(office.isOpen(at(now))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T10:00:00+01:00, 2026-03-03T10:00:00+01:00",
    "2026-03-03T12:45:00+01:00, 2026-03-03T13:30:00+01:00",
    "2026-03-03T18:00:00+01:00, 2026-03-04T09:00:00+01:00",
    "2026-12-24T18:00:00+01:00, 2026-12-26T09:00:00+01:00",
    "2026-03-28T18:00:00+01:00, 2026-03-29T09:00:00+02:00",
  })
  void opensNextInTheNextSpan(String now, String opening) {
    var office = every(Set.of(LocalDate.of(2026, 12, 25)), "09:00-12:30", "13:30-18:00");

    assertThat(office.nextOpen(at(now))).contains(at(opening));
  }

  @Test
  void neverOpensWhereNoDayHasTimes() {
    assertThat(every(Set.of()).nextOpen(at("2026-03-03T10:00:00+01:00"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // what begins in the hour that is left out begins when the clock has jumped
    "02:30-04:00, 2026-03-29T03:00:00+02:00",
    "02:00-04:00, 2026-03-29T03:00:00+02:00",
    // and what is left out whole does not open that day
    "02:15-02:45, 2026-03-30T02:15:00+02:00",
    "01:30-02:30, 2026-03-29T01:30:00+01:00",
  })
  void leavesOutTheHourThatTheClockLeavesOut(String span, String opening) {
    var hours = every(Set.of(), span);

    var next = hours.nextOpen(at("2026-03-29T00:30:00+01:00")).orElseThrow();
    assertThat(next).isEqualTo(at(opening));
    assertThat(hours.isOpen(next)).isTrue();
    assertThat(hours.isOpen(next.minusSeconds(1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "02:15-02:45, 2026-10-25T01:00:00+02:00, 2026-10-25T02:15:00+02:00",
    // the same time on the wall an hour later
    "02:15-02:45, 2026-10-25T02:50:00+02:00, 2026-10-25T02:15:00+01:00",
    // put back into the middle of a span
    "01:30-02:30, 2026-10-25T02:40:00+02:00, 2026-10-25T02:00:00+01:00",
  })
  void opensTwiceInTheHourThatComesTwice(String span, String now, String opening) {
    assertThat(every(Set.of(), span).nextOpen(at(now))).contains(at(opening));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06T21:59:00+01:00, false",
    "2026-03-06T23:59:59+01:00, true",
    "2026-03-07T01:59:00+01:00, true",
    "2026-03-07T02:00:00+01:00, false",
    // the night before a holiday goes on into it, the night of the holiday does not begin
    "2026-12-25T01:00:00+01:00, true",
    "2026-12-25T23:00:00+01:00, false",
    "2026-12-26T01:00:00+01:00, false",
  })
  void aNightBelongsToTheDayItBegins(String now, boolean open) {
    var bar = every(Set.of(LocalDate.of(2026, 12, 25)), "22:00-02:00");

    assertThat(bar.isOpen(at(now))).isEqualTo(open);
  }

  @Test
  void aNightOpensOnItsDay() {
    var week = new EnumMap<DayOfWeek, List<Hours.Span>>(DayOfWeek.class);
    week.put(DayOfWeek.SATURDAY, List.of(span("20:00-03:30")));
    var club = new Hours(PARIS, week, Set.of());

    assertThat(club.nextOpen(at("2026-03-02T10:00:00+01:00")))
        .contains(at("2026-03-07T20:00:00+01:00"));
    // half past three of the night in which the clock is put forward comes an hour early
    assertThat(club.isOpen(at("2026-03-29T03:29:00+02:00"))).isTrue();
    assertThat(club.isOpen(at("2026-03-29T03:30:00+02:00"))).isFalse();
  }

  @Test
  void isOpenAllDayAndNight() {
    var always = every(Set.of(), "00:00-24:00");

    assertThat(always.isOpen(at("2026-03-29T23:59:59.999999+02:00"))).isTrue();
    assertThat(always.isOpen(at("2026-03-29T00:00:00+01:00"))).isTrue();
  }

  private static Hours every(Set<LocalDate> closed, String... spans) {
    var week = new EnumMap<DayOfWeek, List<Hours.Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, Arrays.stream(spans).map(HoursTest::span).toList());
    }
    return new Hours(PARIS, week, closed);
  }

  private static Hours.Span span(String written) {
    var times = written.split("-", 2);
    return new Hours.Span(LocalTime.parse(times[0]), to(times[1]));
  }

  private static LocalTime to(String written) {
    return written.equals("24:00") ? LocalTime.MAX : LocalTime.parse(written);
  }

  private static Instant at(String moment) {
    return OffsetDateTime.parse(moment).toInstant();
  }
}
