package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a time to come: after a span, at a moment, before the window closes. */
final class MomentReader {

  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

  /** What an author may write; each throws where it does not fit. */
  private static final List<Consumer<String>> FORMS =
      List.of(
          it -> LocalTime.parse(it, TIME_OF_DAY),
          LocalDate::parse,
          OffsetDateTime::parse,
          LocalDateTime::parse);

  private MomentReader() {}

  /** The earliest of the times under these keys; that none is there is a finding. */
  static Moment read(Fields fields, String after, String at, Yaml verb) {
    var before = "before_window_closes";
    if (!fields.has(after) && !fields.has(at) && !fields.has(before)) {
      fields
          .page()
          .error(
              "missing-key",
              verb,
              "It needs \"%s\", \"%s\" or \"%s\": when".formatted(after, at, before));
    }
    return new Moment(fields.duration(after), at(fields, at), fields.duration(before));
  }

  private static Optional<Text> at(Fields fields, String key) {
    var scalar = fields.scalar(key);
    var text = scalar.map(it -> Texts.value(it, fields.page()));
    text.flatMap(Text::asLiteral)
        .filter(written -> FORMS.stream().noneMatch(form -> fits(written.strip(), form)))
        .ifPresent(
            written ->
                fields
                    .page()
                    .error(
                        "bad-value",
                        scalar.orElseThrow(),
                        ("Expected a time of day such as 08:00, a day such as 2026-12-24 or a moment"
                                + " such as 2026-12-24T18:00:00+01:00, but got \"%s\"")
                            .formatted(written)));
    return text;
  }

  private static boolean fits(String written, Consumer<String> form) {
    try {
      form.accept(written);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }
}
