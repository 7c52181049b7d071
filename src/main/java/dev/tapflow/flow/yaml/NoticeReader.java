package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot.Notice;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the news that every conversation begins with. */
final class NoticeReader {

  static final Vocabulary NOTICE =
      Vocabulary.of("\"notice\"")
          .must("say", Scalar.TEXT, "What is said once at the start of each conversation.")
          .may(
              "until",
              Kind.either(Scalar.INSTANT, Scalar.DAY),
              "The last day it is said, or the moment from which it is not; default: always.");

  private NoticeReader() {}

  /**
   * Empty where there is nothing to say.
   *
   * @param zone the calendar in which a day ends
   */
  static Optional<Notice> read(Fields bot, ZoneId zone) {
    return bot.map("notice", NOTICE)
        .flatMap(
            notice -> {
              var until = notice.scalar("until").flatMap(it -> until(it, zone, bot.page()));
              return notice.text("say").map(say -> new Notice(say, until));
            });
  }

  private static Optional<Instant> until(Yaml.Scalar scalar, ZoneId zone, Page page) {
    var written = scalar.value().strip();
    var until = moment(written).or(() -> endOf(written, zone));
    if (until.isEmpty()) {
      page.error(
          "bad-value",
          scalar,
          "Expected a day such as 2026-12-25, or a moment with its zone such as"
              + " 2026-12-25T18:00+01:00, but got \"%s\"".formatted(written));
    }
    return until;
  }

  private static Optional<Instant> moment(String written) {
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> endOf(String day, ZoneId zone) {
    try {
      return Optional.of(LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant());
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }
}
