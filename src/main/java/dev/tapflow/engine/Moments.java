package dev.tapflow.engine;

import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the time comes that a {@code wait} or {@code later} names. */
final class Moments {

  /** Further off nothing is meant; a number that went wrong is. */
  private static final Duration FURTHEST = Duration.ofDays(3_650);

  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

  private final Draft draft;
  private final ZoneId zone;

  Moments(Draft draft) {
    this.draft = draft;
    this.zone = draft.bot().zone();
  }

  /** The earliest of the times named; empty where none of them is one. */
  Optional<Instant> of(Moment moment) {
    return Stream.of(
            moment.after().map(draft.now()::plus),
            moment.at().flatMap(this::at),
            moment.beforeWindowCloses().map(this::beforeWindowCloses))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** At once where the window is closed. */
  private Instant beforeWindowCloses(Duration before) {
    return draft
        .customer()
        .windowClosesAt()
        .map(closing -> closing.minus(before))
        .filter(draft.now()::isBefore)
        .orElse(draft.now());
  }

  private Optional<Instant> at(Text text) {
    var found = told(new Rendering(draft).value(text));
    if (found.isEmpty()) {
      failed(text, "it is no time of day, day or moment");
    }
    return found.filter(
        at -> {
          var near = at.isBefore(draft.now().plus(FURTHEST));
          if (!near) {
            failed(text, "it is more than ten years away");
          }
          return near;
        });
  }

  private void failed(Text text, String why) {
    draft.failed(
        text.asSingleExpression().map(it -> it.source()).orElseGet(text::literalText), why);
  }

  private Optional<Instant> told(@Nullable Object value) {
    return switch (value) {
      case Instant moment -> Optional.of(moment);
      case LocalDate day -> Optional.of(day.atStartOfDay(zone).toInstant());
      case LocalTime time -> Optional.of(next(time));
      case String written ->
          Stream.<Reader>of(
                  it -> next(LocalTime.parse(it, TIME_OF_DAY)),
                  it -> LocalDate.parse(it).atStartOfDay(zone).toInstant(),
                  it -> OffsetDateTime.parse(it).toInstant(),
                  it -> LocalDateTime.parse(it).atZone(zone).toInstant())
              .flatMap(reader -> read(reader, written.strip()).stream())
              .findFirst();
      case null, default -> Optional.empty();
    };
  }

  private interface Reader {
    Instant read(String written);
  }

  private static Optional<Instant> read(Reader reader, String written) {
    try {
      return Optional.of(reader.read(written));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Instant next(LocalTime time) {
    var today = draft.now().atZone(zone).toLocalDate();
    var at = today.atTime(time).atZone(zone).toInstant();
    return at.isAfter(draft.now()) ? at : today.plusDays(1).atTime(time).atZone(zone).toInstant();
  }
}
