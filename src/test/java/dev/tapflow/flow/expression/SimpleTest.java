package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Suppliers;
import com.google.common.collect.Lists;
import dev.cel.runtime.CelRuntime;
import dev.tapflow.flow.Scope;
import dev.tapflow.flow.answer.WrittenAnswers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs without CEL means what it means in CEL: type by type and value by value. */
final class SimpleTest {

  private static final Patterns PATTERNS = new Patterns(Bounds.BUILT_IN);
  private static final Language LANGUAGE =
      new Language(Bounds.BUILT_IN, new WrittenAnswers(), PATTERNS);
  private static final Supplier<CelRuntime> RUNTIME = Suppliers.memoize(LANGUAGE::runtime);
  private static final Names NAMES =
      Names.of(Bots.BOT, Map.of())
          .seenIn(new View(true, true, Optional.of("item"), Optional.empty()));

  private static final Map<String, Object> SET =
      Map.ofEntries(
          Map.entry("contact.first_name", "Ana"),
          Map.entry("contact.visits", 3.0),
          Map.entry("contact.orders", 4L),
          Map.entry("contact.vip", true),
          Map.entry("contact.born", LocalDate.of(1990, 5, 31)),
          Map.entry("contact.wakes", LocalTime.of(7, 30)),
          Map.entry("contact.since", Instant.parse("2026-01-31T23:30:00Z")),
          Map.entry("contact.tags", List.of("a", "b")),
          Map.entry("contact.address", Map.of("city", "Lyon", "nr", 3)),
          Map.entry("contact.extra", Map.of("n", 2, "list", List.of(1, 2.5), "s", "x", "b", true)),
          Map.entry("item", Map.of("code", "b1")),
          Map.entry("response", Map.of("state", "shipped")),
          Map.entry("response.status", 200L),
          Map.entry("secret.shop_token", "*"));

  private static final List<String> LITERALS =
      List.of("'a'", "'Ana'", "\"b\"", "''", "1", "4", "-1", "2.5", "3.0", "true", "false", "null");

  private static final List<String> LEAVES =
      List.of(
          "contact.first_name",
          "contact.visits",
          "contact.orders",
          "contact.vip",
          "contact.born",
          "contact.wakes",
          "contact.since",
          "contact.tags",
          "contact.tags[1]",
          "contact.tags[7]",
          "contact.address",
          "contact.address.city",
          "contact.address.zip.x",
          "contact.extra",
          "contact.extra.n",
          "contact.extra.list[0]",
          "contact.extra.list[1]",
          "contact.extra.s",
          "contact.extra.b",
          "contact.extra.s.x",
          "contact.extra.no.no",
          "item",
          "item.code",
          "response.state",
          "response.status",
          "secret.shop_token",
          "contact.nothing",
          "has(contact.address.city)",
          "has(contact.vip)",
          "has(contact.extra.no.no)");

  private static final List<String> OPERATORS =
      List.of("==", "!=", "<", "<=", ">", ">=", "&&", "||", "+", "-", "*");

  private static int compared;

  @Test
  void eachPairMeansWhatItMeansInCel() {
    var operands = Stream.concat(LEAVES.stream(), LITERALS.stream()).toList();
    var sources =
        operands.stream()
            .flatMap(
                left ->
                    operands.stream()
                        .flatMap(
                            right -> OPERATORS.stream().map(it -> left + " " + it + " " + right)))
            .filter(source -> simple(source).isPresent())
            .toList();
    assertThat(sources).hasSizeGreaterThan(5_000);
    for (var some : Lists.partition(sources, 200)) {
      var cel = byCel(some);
      some.forEach(source -> isTheSame(source, simple(source).orElseThrow(), cel.get(source)));
    }
  }

  @Property(tries = 800)
  void meansWhatItMeansInCel(@ForAll("expressions") String source) {
    var simple = simple(source);
    if (simple.isPresent()) {
      compared++;
      isTheSame(source, simple.get(), byCel(List.of(source)).get(source));
    }
  }

  private static Optional<Checked> simple(String source) {
    return SimpleParser.parse(source).flatMap(new SimpleCheck(NAMES, Bounds.BUILT_IN)::check);
  }

  private static void isTheSame(String source, Checked simple, Checked cel) {
    assertThat(cel.flaws()).as(source).isEmpty();
    assertThat(Types.bare(simple.type())).as(source).isEqualTo(Types.bare(cel.type()));
    for (var values : List.of(SET, Map.<String, Object>of())) {
      assertThat(outcome(simple, values)).as(source).isEqualTo(outcome(cel, values));
    }
  }

  @AfterContainer
  static void hasComparedAGoodDeal() {
    assertThat(compared).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact.first_name",
        "default(contact.first_name, 'there')",
        "contact.extra.list[0] == 1",
        "!contact.vip || contact.visits >= 2.5",
        "contact.first_name in ['Ana', \"Bob\"]",
        "has(contact.address.city) ? contact.first_name : '-'",
        "contact.orders > -1",
        "secret.shop_token",
        "default(contact.visits, 0) + 1 * 2 - contact.orders",
        "'Hi ' + contact.first_name",
        "default(contact.visits, '-')",
        "contact.extra.n > 2.5"
      })
  void needsNoCel(String source) {
    assertThat(simple(source)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact.visits / 2",
        "contact.visits -1",
        "contact.extra.n + 1",
        "contact.first_name == 3",
        "upper('x')",
        "r'x'",
        "'it\\'s'",
        "'''x'''",
        "'a' 'b'",
        "1u",
        "0x1F",
        "1e3",
        "01",
        ".5",
        "contact.in",
        "has(now)",
        "1 < 2 < 3",
        "a ? b",
        "x in []",
        "x in ['a', 1]",
        "((((((((contact.vip))))))))",
        "contact.visits > 'x'",
        "contact.vip && contact.first_name",
        "// x"
      })
  void leavesTheRestToCel(String source) {
    assertThat(simple(source)).isEmpty();
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.lazyOf(
        () -> leaves(),
        () -> leaves(),
        () ->
            Combinators.combine(expressions(), operators(), expressions())
                .as((left, operator, right) -> left + " " + operator + " " + right),
        () -> leaves().map(leaf -> "!" + leaf),
        () -> expressions().map(inner -> "(" + inner + ")"),
        () -> Combinators.combine(expressions(), expressions()).as("default(%s, %s)"::formatted),
        () ->
            Combinators.combine(leaves(), expressions(), expressions())
                .as((one, yes, no) -> "(" + one + " ? " + yes + " : " + no + ")"),
        () ->
            Combinators.combine(leaves(), literals(), literals())
                .as((one, first, second) -> one + " in [" + first + ", " + second + "]"));
  }

  private static Arbitrary<String> operators() {
    return Arbitraries.of(OPERATORS);
  }

  private static Arbitrary<String> literals() {
    return Arbitraries.of(LITERALS);
  }

  private static Arbitrary<String> leaves() {
    return Arbitraries.oneOf(Arbitraries.of(LEAVES), Arbitraries.of(LEAVES), literals());
  }

  private static Map<String, Checked> byCel(List<String> sources) {
    var reader = new Syntax.Reader(Bounds.BUILT_IN, LANGUAGE.options());
    var items =
        sources.stream()
            .map(source -> new Batch.Item(source, ((Syntax.Tree) reader.parse(source)).ast()))
            .toList();
    var programs = new Programs(LANGUAGE.functions(), RUNTIME, new Failures(Bounds.BUILT_IN));
    return new Batch(LANGUAGE, new Literals(PATTERNS), NAMES, programs, items).check();
  }

  /** The value, or that there is none: CEL says why in other words here and there. */
  private static Object outcome(Checked checked, Map<String, Object> values) {
    Scope scope = Bots.scope(values);
    try {
      return String.valueOf(Values.out(checked.program().orElseThrow().run(scope)));
    } catch (Failure failure) {
      return "no value";
    }
  }
}
