package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Hours;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads opening hours by name. */
final class HoursReader {

  private static final Vocabulary HOURS =
      Vocabulary.of("Opening hours")
          .must("zone", Scalar.WORD, "The time zone, such as Europe/Paris.")
          .may("closed", Kind.oneOrMore(Scalar.DAY), "Days on which nobody is there.")
          .others(
              Naming.DAYS,
              Scalar.WORD,
              "The times of these days, such as 09:00-12:30, 13:30-18:00, or closed.");

  static final Kind KIND = Kind.named(Naming.NAME, Kind.keys(HOURS));

  private final Page page;

  HoursReader(Page page) {
    this.page = page;
  }

  SequencedMap<String, Hours> read(Yaml node) {
    var hours = new LinkedHashMap<String, Hours>();
    for (var entry : Entry.of(node, "opening hours by name", page)) {
      if (Names.isName(entry, "opening hours", page)) {
        hours.put(entry.key(), hours(entry));
      }
    }
    return hours;
  }

  private Hours hours(Entry named) {
    var entries = Entry.of(named.value(), "days with times", page);
    var days = new EnumMap<DayOfWeek, List<Hours.Span>>(DayOfWeek.class);
    entries.stream().filter(it -> !HOURS.known().contains(it.key())).forEach(it -> days(it, days));
    if (days.isEmpty()) {
      page.error(
          "missing-key", named.keyNode(), "Opening hours need days: mon-fri: \"09:00-18:00\"");
    }
    return new Hours(zone(named, entries), days, closed(entries));
  }

  private void days(Entry entry, EnumMap<DayOfWeek, List<Hours.Span>> week) {
    var days = Weekdays.of(entry.key());
    if (days.isEmpty()) {
      page.error(
          "unknown-key",
          entry.keyNode(),
          "Expected days such as mon, mon-fri or \"sat, sun\", or zone or closed; got \"%s\""
              .formatted(entry.key()));
      return;
    }
    var spans = Scalars.scalar(entry.value(), entry.key(), page).map(it -> Spans.of(it, page));
    for (var day : days) {
      if (week.putIfAbsent(day, spans.orElse(List.of())) != null) {
        page.error(
            "duplicate-key",
            entry.keyNode(),
            "The hours of %s are written twice".formatted(Weekdays.name(day)));
      }
    }
  }

  private ZoneId zone(Entry named, List<Entry> entries) {
    var written = scalar("zone", entries);
    if (written.isEmpty()) {
      page.error("missing-key", named.keyNode(), "Opening hours need \"zone\": Europe/Paris");
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(written.get().value().strip());
    } catch (DateTimeException unknown) {
      page.error(
          "bad-value",
          written.get(),
          "There is no time zone \"%s\"%s"
              .formatted(
                  written.get().value(),
                  Suggestion.of(written.get().value(), ZoneId.getAvailableZoneIds())));
      return ZoneOffset.UTC;
    }
  }

  private Optional<Yaml.Scalar> scalar(String key, List<Entry> entries) {
    return entries.stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .flatMap(it -> Scalars.scalar(it.value(), key, page));
  }

  private Set<LocalDate> closed(List<Entry> entries) {
    return entries.stream()
        .filter(it -> it.key().equals("closed"))
        .flatMap(it -> Scalars.list(it.value(), "closed", page).stream())
        .flatMap(it -> date(it).stream())
        .collect(Collectors.toSet());
  }

  private Optional<LocalDate> date(Yaml.Scalar scalar) {
    try {
      return Optional.of(LocalDate.parse(scalar.value().strip()));
    } catch (DateTimeException none) {
      page.error(
          "bad-value",
          scalar,
          "Expected a day such as 2026-12-25, but got \"%s\"".formatted(scalar.value()));
      return Optional.empty();
    }
  }
}
