package dev.tapflow.database;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One value of each row, for {@code unnest(?::text[], …)}: a statement has as many placeholders as
 * columns and one plan, however many rows a batch has. The arrays are of the driver's own types, so
 * that they travel as they are and are not written out as text.
 *
 * @param type PostgreSQL's name of the element type
 */
public record Column(String type, Object[] values) {

  /** The texts. */
  public static Column texts(Collection<String> values) {
    return new Column("text", values.toArray(String[]::new));
  }

  /** The texts, null where there is none. */
  public static Column maybeTexts(Collection<Optional<String>> values) {
    return new Column("text", values.stream().map(it -> it.orElse(null)).toArray(String[]::new));
  }

  /** The whole numbers. */
  public static Column numbers(Collection<Long> values) {
    return new Column("bigint", values.toArray(Long[]::new));
  }

  /** The flags. */
  public static Column flags(Collection<Boolean> values) {
    return new Column("boolean", values.toArray(Boolean[]::new));
  }

  /** Instants as text, null where there is none; the statement casts. */
  public static Column maybeTimes(Collection<Optional<Instant>> values) {
    return maybeTexts(values.stream().map(it -> it.map(Instant::toString)).toList());
  }

  /** Texts, one a row. */
  public static <R> Column texts(List<R> rows, Function<R, @Nullable String> value) {
    return new Column("text", rows.stream().map(value).toArray(String[]::new));
  }

  /** Texts, null where there is none. */
  public static <R> Column maybeTexts(List<R> rows, Function<R, Optional<String>> value) {
    return texts(rows, row -> value.apply(row).orElse(null));
  }

  /** Whole numbers, one a row. */
  public static <R> Column numbers(List<R> rows, ToLongFunction<R> value) {
    return maybeNumbers(rows, value::applyAsLong);
  }

  /** Whole numbers, null where there is none. */
  public static <R> Column maybeNumbers(List<R> rows, Function<R, @Nullable Long> value) {
    return new Column("bigint", rows.stream().map(value).toArray(Long[]::new));
  }

  /** Flags, one a row. */
  public static <R> Column flags(List<R> rows, Predicate<R> value) {
    return new Column("boolean", rows.stream().map(value::test).toArray(Boolean[]::new));
  }

  /** Bytes, one a row. */
  public static <R> Column bytes(List<R> rows, Function<R, byte[]> value) {
    return new Column("bytea", rows.stream().map(value).toArray(byte[][]::new));
  }

  /** Instants as text; the statement casts: {@code ?::timestamptz[]}. */
  public static <R> Column times(List<R> rows, Function<R, Instant> value) {
    return texts(rows, row -> value.apply(row).toString());
  }

  /** Instants as text, null where there is none; the statement casts. */
  public static <R> Column maybeTimes(List<R> rows, Function<R, Optional<Instant>> value) {
    return texts(rows, row -> value.apply(row).map(Instant::toString).orElse(null));
  }

  @Override
  public String toString() {
    return "%d values of %s".formatted(values.length, type);
  }
}
