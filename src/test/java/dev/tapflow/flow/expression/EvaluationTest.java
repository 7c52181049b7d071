package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What expressions give. */
final class EvaluationTest {

  private static final String UNSET =
      "[a value is unset, or of a type that the operation does not take]";

  private static final Map<String, Object> ANA =
      Map.ofEntries(
          Map.entry("contact.first_name", "Ana"),
          Map.entry("contact.visits", 3.0),
          Map.entry("contact.orders", 4L),
          Map.entry("contact.vip", true),
          Map.entry("contact.born", LocalDate.of(1990, 5, 31)),
          Map.entry("contact.wakes", LocalTime.of(7, 30)),
          Map.entry("contact.since", Instant.parse("2026-01-31T23:30:00Z")),
          Map.entry("contact.tags", List.of("a", "b")),
          Map.entry("contact.address", Map.of("city", "Lyon")),
          Map.entry("contact.extra", Map.of("n", 2, "list", Arrays.asList(1, null, 2.5), "d", 3.0)),
          Map.entry("input.text", "Yes, ÉTÉ 12 please"),
          Map.entry("bot.name", "Acme"),
          Map.entry("bot.max_items", 5L),
          Map.entry("hours.office.open", true),
          Map.entry("window.open", true));

  static Stream<Arguments> withEverythingSet() {
    return Stream.of(
        arguments("contact.first_name", "Ana"),
        arguments("'Hi ' + contact.first_name", "Hi Ana"),
        arguments("default(contact.first_name, 'there')", "Ana"),
        arguments("default(contact.visits, 0)", 3.0),
        arguments("default(contact.orders, 0.5)", 4.0),
        arguments("default(contact.orders, contact.visits) + 1", 5.0),
        arguments("default(contact.visits, '-')", 3.0),
        arguments("size(string(default(contact.extra.n, 0)))", 1L),
        // numbers mix
        arguments("contact.visits + 1", 4.0),
        arguments("1 + contact.visits", 4.0),
        arguments("contact.visits * contact.orders - 1", 11.0),
        arguments("contact.orders + 1", 5L),
        arguments("7 / 2", 3.5),
        arguments("7.0 / 2", 3.5),
        arguments("contact.visits == 3", true),
        arguments("3 != contact.visits", false),
        arguments("contact.visits in [1, 3]", true),
        arguments("contact.visits in [1, 2]", false),
        arguments("contact.visits > 2 && contact.visits <= 3", true),
        arguments("contact.vip ? contact.visits : 1", 3.0),
        arguments("(contact.vip ? 1 : contact.visits) + 0.5", 1.5),
        arguments("[10, 20, 30][contact.visits - 1]", 30L),
        arguments("['a', 'b'][1]", "b"),
        arguments("-contact.visits", -3.0),
        arguments("7 % 2", 1L),
        arguments("contact.extra.n + 1", 3L),
        arguments("contact.extra.n + 0.5", 2.5),
        arguments("contact.extra.d == contact.visits", true),
        arguments("[1, 2.0] == [1.0, 2]", true),
        arguments("{'a': 1} == {'a': 1.0}", true),
        arguments("sum([1, 2])", 3L),
        arguments("sum([1.5, 2.0])", 3.5),
        arguments("sum(contact.tags.map(t, 1))", 2L),
        arguments("sum([1, 2.5])", 3.5),
        arguments("max([3, 7, 5])", 7L),
        arguments("max([3, 7.5])", 7.5),
        arguments("max([])", null),
        arguments("math.greatest(1, 2.5)", 2.5),
        arguments("math.round(2.4)", 2.0),
        arguments("math.round(2.5)", 3.0),
        arguments("math.round(-2.5)", -3.0),
        arguments("math.round(contact.orders)", 4L),
        arguments("matches('abc', 'b')", true),
        // unset is null
        arguments("contact.address.city", "Lyon"),
        arguments("contact.address.zip", null),
        arguments("contact.address.zip == null", true),
        arguments("contact.extra.a.b.c", null),
        arguments("contact.extra.a.b.c == null", true),
        arguments("contact.extra.list[1]", null),
        arguments("contact.extra.list[7] == null", true),
        arguments("contact.extra['nothing'] == null", true),
        arguments("contact.extra.list[0]", 1L),
        arguments("has(contact.address.city)", true),
        arguments("has(contact.address.zip)", false),
        arguments("has(contact.first_name)", true),
        arguments("has(contact.extra.a.b)", false),
        arguments("default(contact.address.zip, 'no zip')", "no zip"),
        arguments("default(7 / 0, 1)", 1.0),
        arguments("default(default(contact.address.zip, contact.address.nr), '-')", "-"),
        arguments("['x', default(contact.address.zip, '-')].join('')", "x-"),
        arguments("contact.tags.map(t, default(contact.address.zip, t)).join('+')", "a+b"),
        arguments("contact.tags.map(t, default(t, '-') + '!')", List.of("a!", "b!")),
        arguments("[{'k': 1}, {'j': 2}].map(m, default(m.k, 0))", List.of(1L, 0L)),
        arguments("contact.tags.exists(contact, contact == 'b')", true),
        arguments("null", null),
        // text
        arguments("lower('ÀB')", "àb"),
        arguments("upper(contact.first_name)", "ANA"),
        arguments("digits('A-12٣')", "123"),
        arguments("words(' one,two  three! ')", List.of("one", "two", "three")),
        arguments("has_word(input.text, ['no', 'ete'])", true),
        arguments("has_word(input.text, ['pleas'])", false),
        arguments("is_number('1 250,5')", true),
        arguments("is_number('two')", false),
        arguments("raw('a b')", "a b"),
        arguments("string(contact.visits)", "3"),
        arguments("string(2.5) + string(7) + string(true)", "2.57true"),
        arguments("string(contact.born) + ' ' + string(contact.wakes)", "1990-05-31 07:30"),
        arguments("'aXbX'.replace('X', '-')", "a-b-"),
        arguments("'aXbX'.replace('X', '-', 1)", "a-bX"),
        arguments("'ab'.replace('', '-')", "-a-b-"),
        arguments("'ab'.replace('b', '')", "a"),
        arguments("''.replace('', '-')", "-"),
        arguments("['a', 'b'].join()", "ab"),
        arguments("[1, 2.0, 2.5].join('+')", "1+2+2.5"),
        arguments("[[1], [2, [3]]].flatten(2)", List.of(1L, 2L, 3L)),
        arguments("[{'k': 2}, {'k': 1}].sortBy(m, m.k).map(m, m.k)", List.of(1L, 2L)),
        arguments("contact.tags.sortBy(t, t)", List.of("a", "b")),
        arguments("[1] + [2]", List.of(1L, 2L)),
        arguments("'a,b'.split(',')", List.of("a", "b")),
        arguments("' x '.trim()", "x"),
        arguments("'abc'.matches('b')", true),
        arguments("contact.first_name.size()", 3L),
        arguments("size(contact.tags)", 2L),
        arguments("[3, 1, 2].sort()", List.of(1L, 2L, 3L)),
        arguments("lists.range(3)", List.of(0L, 1L, 2L)),
        arguments("bot.name + string(bot.max_items)", "Acme5"),
        // times
        arguments("now", Bots.NOW),
        arguments("today()", LocalDate.of(2026, 3, 2)),
        arguments("date(2026, 6, 31)", null),
        arguments("date(2026, 6, 30)", LocalDate.of(2026, 6, 30)),
        arguments("date(contact.since)", LocalDate.of(2026, 2, 1)),
        arguments("plus(date(2026, 1, 31), 'P1M')", LocalDate.of(2026, 2, 28)),
        arguments("plus(now, 'PT90M')", Instant.parse("2026-03-02T11:30:00Z")),
        arguments("plus(now, 'P1M')", Instant.parse("2026-04-02T09:00:00Z")),
        arguments("days_between(today(), date(2026, 3, 10))", 8L),
        arguments("days_between(contact.since, now)", 29L),
        arguments("year(contact.born) + month(contact.born) + day(contact.born)", 1990L + 5 + 31),
        arguments("month(contact.since)", 2L),
        arguments("contact.born < today()", true),
        arguments("contact.born == date(1990, 5, 31)", true),
        arguments("contact.since < now", true),
        arguments("now - duration('24h') > contact.since", true),
        arguments("format_date(contact.born, 'EEEE d MMMM yyyy')", "Thursday 31 May 1990"),
        arguments("format_date(now, 'HH:mm')", "11:00"),
        arguments("format_date(contact.wakes, 'H.mm')", "7.30"),
        arguments("is_open('office')", true),
        arguments("hours.office.open && window.open", true));
  }

  @ParameterizedTest
  @MethodSource
  void withEverythingSet(String source, @Nullable Object expected) {
    assertThat(Bots.run(source, ANA)).isEqualTo(expected);
  }

  static Stream<Arguments> withNothingSet() {
    return Stream.of(
        arguments("contact.first_name", null),
        arguments("contact.first_name == null", true),
        arguments("contact.first_name == 'Ana'", false),
        arguments("contact.first_name != 'Ana'", true),
        arguments("contact.born == null", true),
        arguments("contact.since == null", true),
        arguments("contact.wakes == null", true),
        arguments("contact.tags == null", true),
        arguments("contact.address == null", true),
        arguments("contact.address.city", null),
        arguments("contact.extra", null),
        arguments("default(contact.first_name, 'there')", "there"),
        arguments("default(contact.tags, [])", List.of()),
        arguments("default(contact.visits, 0) + 1", 1.0),
        arguments("default(contact.orders, contact.visits)", null),
        arguments("default(contact.orders, 0) + 1", 1L),
        arguments("default(contact.visits, '-')", "-"),
        arguments("default(contact.born, today())", LocalDate.of(2026, 3, 2)),
        arguments("default(upper(contact.first_name), 'X')", "X"),
        arguments("has(contact.first_name)", false),
        arguments("contact.first_name == null ? 'a' : contact.first_name", "a"),
        arguments("contact.vip", null),
        arguments("contact.visits + 1", UNSET),
        arguments("contact.visits > 2", UNSET),
        arguments("contact.visits > 2 || true", true),
        arguments("size(contact.tags) > 0", UNSET),
        arguments("contact.born < today()", UNSET),
        arguments("contact.since < now", UNSET),
        arguments("year(contact.born)", UNSET),
        arguments("upper(contact.first_name)", UNSET),
        arguments("!contact.vip", UNSET),
        arguments("contact.vip || upper('a') == 'A'", true),
        arguments("upper('a') == 'A' || contact.vip", true),
        arguments("contact.vip && upper('a') == 'B'", false),
        arguments("contact.vip && upper('a') == 'A'", UNSET),
        arguments("contact.vip || contact.extra.a", UNSET),
        arguments("contact.vip && true", UNSET),
        arguments("is_open('office')", false));
  }

  @ParameterizedTest
  @MethodSource
  void withNothingSet(String source, @Nullable Object expected) {
    assertThat(Bots.run(source, Map.of())).isEqualTo(expected);
  }

  static Stream<Arguments> storedAsAnotherType() {
    return Stream.of(
        arguments("contact.visits + 0.5", "contact.visits", 2L, 2.5),
        arguments("contact.visits + 0.5", "contact.visits", "2", 2.5),
        arguments("contact.orders + 1", "contact.orders", 2, 3L),
        arguments("contact.born < today()", "contact.born", "1990-05-31", true),
        arguments("contact.since < now", "contact.since", "2026-01-01T00:00:00Z", true),
        arguments("contact.wakes", "contact.wakes", "07:30", LocalTime.of(7, 30)),
        arguments("contact.first_name + '!'", "contact.first_name", 12.0, "12!"),
        arguments("contact.vip", "contact.vip", "true", true),
        arguments("contact.born", "contact.born", "yesterday", null));
  }

  @ParameterizedTest
  @MethodSource
  void storedAsAnotherType(String source, String name, Object stored, @Nullable Object expected) {
    assertThat(Bots.run(source, Map.of(name, stored))).isEqualTo(expected);
  }

  static Stream<Arguments> failsAtRunTime() {
    return Stream.of(
        arguments("7 / 0", "[a division by zero]"),
        arguments("7 % 0", "[a division by zero]"),
        arguments("9223372036854775807 + 1", "[a number is too large]"),
        arguments("1e308 * 10.0", "[the result is not a finite number]"),
        arguments("int('x')", "[a value has not the form that the function takes]"),
        arguments("timestamp('x')", "[a value has not the form that the function takes]"),
        arguments("contact.extra + 1", UNSET),
        arguments(
            "lists.range(200).map(x, lists.range(200).map(y, x * y))",
            "[more than 10000 rounds through lists]"),
        arguments("lists.range(10001)", "[more than 10000 rounds through lists]"),
        arguments(
            "lists.range(3000).map(x, 'abcd')",
            "[a text or list longer than 10000 characters or elements]"));
  }

  @ParameterizedTest
  @MethodSource
  void failsAtRunTime(String source, String expected) {
    assertThat(Bots.run(source, ANA)).isEqualTo(expected);
  }
}
