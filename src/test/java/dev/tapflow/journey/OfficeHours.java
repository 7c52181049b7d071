package dev.tapflow.journey;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Moves the clocks to an hour at which the offices of {@code flows/bot.yaml} are open, so that a
 * handover is asked for whatever the hour at which the tests run.
 */
final class OfficeHours {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime ENOUGH_LEFT_UNTIL = LocalTime.of(11, 30);
  private static final Set<String> HOLIDAYS = Set.of("12-25", "01-01");

  private OfficeHours() {}

  /** Goes ahead to the next hour in which somebody answers; stays where that is now. */
  static void areNow() {
    var now = Instant.parse(given().get("/api/v1/clock").jsonPath().getString("now")).atZone(ZONE);
    var open =
        Stream.iterate(now, hour -> hour.plusMinutes(30)).filter(OfficeHours::isOpen).findFirst();
    var ahead = Duration.between(now, open.orElseThrow());
    if (ahead.isPositive()) {
      Phone.advance(ahead.toString());
    }
  }

  private static boolean isOpen(ZonedDateTime at) {
    return at.getDayOfWeek().getValue() <= 5
        && !at.toLocalTime().isBefore(OPENS)
        && at.toLocalTime().isBefore(ENOUGH_LEFT_UNTIL)
        && !HOLIDAYS.contains(at.toLocalDate().toString().substring(5));
  }
}
