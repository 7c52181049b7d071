package dev.tapflow.rehearsal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.tapflow.flow.trial.Datum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a case tells with what was. Of a map only the keys that are told; a list wholly; a
 * text by its code points, or by what it contains or matches; other values by how they are written.
 */
final class Likeness {

  private static final String CONTAINS = "contains";
  private static final String MATCHES = "matches";

  /** How a value that is no text may be written, and what an insertion gives. */
  interface Spelling {

    /** What a told text stands for: itself, or the value of its insertions. */
    @Nullable Object told(Datum.Scalar scalar);

    /** True where this is one way to write the value. */
    boolean writes(String written, Object value);
  }

  private final Spelling spelling;

  Likeness(Spelling spelling) {
    this.spelling = spelling;
  }

  /** Of a message, in which everything is text and stands for itself. */
  static Likeness ofMessages() {
    return new Likeness(
        new Spelling() {
          @Override
          public Object told(Datum.Scalar scalar) {
            return scalar.written();
          }

          @Override
          public boolean writes(String written, Object value) {
            return written.equals(String.valueOf(value));
          }
        });
  }

  /** The first difference; empty where there is none. */
  Optional<Difference> compare(Datum told, @Nullable Object got) {
    return switch (told) {
      case Datum.Scalar scalar -> scalar(scalar, got);
      case Datum.Entries entries when isMatcher(entries) && !(got instanceof Map) ->
          matcher(entries, got);
      case Datum.Entries entries -> entries(entries, got);
      case Datum.Items items -> items(items, got);
    };
  }

  private Optional<Difference> scalar(Datum.Scalar scalar, @Nullable Object got) {
    // an option told by its title alone
    if (got instanceof Map<?, ?> map && map.containsKey("title")) {
      return scalar(scalar, map.get("title"));
    }
    // a list of one told by that one, as authors write it in a flow
    if (got instanceof List<?> list && list.size() == 1) {
      return scalar(scalar, list.getFirst());
    }
    var told = spelling.told(scalar);
    return isSame(scalar, told, got) ? Optional.empty() : differs(told, got);
  }

  private boolean isSame(Datum.Scalar scalar, @Nullable Object told, @Nullable Object got) {
    if (got == null) {
      return told == null || scalar.written().isEmpty() || scalar.written().equals("null");
    }
    if (told == null) {
      return false;
    }
    if (got instanceof String text) {
      return told instanceof String other && sameText(other, text);
    }
    return told.equals(got)
        || isSameNumber(told, got)
        || spelling.writes(String.valueOf(told).strip(), got);
  }

  /** The end of an indented block is no part of what is said: no message ends with one. */
  static boolean sameText(String told, String got) {
    var one = unixLines(told);
    var other = unixLines(got);
    return one.equals(other) || (one.endsWith("\n") && one.stripTrailing().equals(other));
  }

  static String unixLines(String text) {
    return text.replace("\r\n", "\n");
  }

  private static boolean isSameNumber(Object told, Object got) {
    if (!(got instanceof Number)) {
      return false;
    }
    try {
      return new BigDecimal(told.toString().strip()).compareTo(new BigDecimal(got.toString())) == 0;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static boolean isMatcher(Datum.Entries entries) {
    return !entries.byName().isEmpty()
        && entries.byName().keySet().stream()
            .allMatch(it -> it.equals(CONTAINS) || it.equals(MATCHES));
  }

  private static Optional<Difference> matcher(Datum.Entries entries, @Nullable Object got) {
    var text = got == null ? "" : unixLines(got.toString());
    for (var part : texts(entries.byName().get(CONTAINS))) {
      if (!text.contains(unixLines(part))) {
        return Optional.of(
            new Difference("", "a text that contains \"" + part + "\"", quoted(got)));
      }
    }
    for (var pattern : texts(entries.byName().get(MATCHES))) {
      if (!found(pattern, text)) {
        return Optional.of(new Difference("", "a text that matches " + pattern, quoted(got)));
      }
    }
    return Optional.empty();
  }

  private static boolean found(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException _) {
      return false;
    }
  }

  private static List<String> texts(@Nullable Datum told) {
    return switch (told) {
      case null -> List.of();
      case Datum.Scalar scalar -> List.of(scalar.written());
      case Datum.Items items -> items.items().stream().flatMap(it -> texts(it).stream()).toList();
      case Datum.Entries _ -> List.of();
    };
  }

  private Optional<Difference> entries(Datum.Entries entries, @Nullable Object got) {
    if (!(got instanceof Map<?, ?> map)) {
      return Optional.of(new Difference("", shown(entries), quoted(got)));
    }
    for (var entry : entries.byName().entrySet()) {
      var difference = compare(entry.getValue(), map.get(entry.getKey()));
      if (difference.isPresent()) {
        return difference.map(it -> it.inside(entry.getKey()));
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> items(Datum.Items items, @Nullable Object got) {
    if (!(got instanceof List<?> list)) {
      return Optional.of(new Difference("", shown(items), quoted(got)));
    }
    int both = Math.min(items.items().size(), list.size());
    for (int i = 0; i < both; i++) {
      var difference = compare(items.items().get(i), list.get(i));
      if (difference.isPresent()) {
        var where = "[" + (i + 1) + "]";
        return difference.map(it -> it.inside(where));
      }
    }
    return items.items().size() == list.size()
        ? Optional.empty()
        : Optional.of(new Difference("", shown(items), Facets.shown(list)));
  }

  private static Optional<Difference> differs(@Nullable Object told, @Nullable Object got) {
    return Optional.of(new Difference("", quoted(told), quoted(got)));
  }

  static String quoted(@Nullable Object value) {
    return value instanceof String text ? "\"" + text + "\"" : Facets.shown(value);
  }

  /** As a reader of the report knows it from the file. */
  static String shown(Datum told) {
    BiFunction<String, Datum, String> entry = (name, value) -> name + ": " + shown(value);
    return switch (told) {
      case Datum.Scalar scalar -> scalar.written();
      case Datum.Items(var items) ->
          items.stream().map(Likeness::shown).collect(Collectors.joining(", "));
      case Datum.Entries(var byName) -> {
        var lines = new ArrayList<String>();
        byName.forEach((name, value) -> lines.add(entry.apply(name, value)));
        yield String.join(", ", lines);
      }
    };
  }
}
