package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {

  @Test
  void aLiteralIsReadAsTheTypeOfItsFieldAndAnInsertionKeepsItsOwn() {
    var chat =
        new Chat(
            FlowFixture.flow("f")
                .onAnyMessage()
                .set("a", "contact.visits", "0", "b")
                .set("b", "vars.visits", "${contact.visits}", "c")
                .set("c", "vars.text", "0", "d")
                .set("d", "contact.first_name", "${vars.none}", "end")
                .build());

    chat.writes("x");

    assertThat(chat.session().customer().fields()).isEqualTo(Map.of("visits", 0.0));
    assertThat(chat.var("visits")).isEqualTo(0.0);
    assertThat(chat.var("text")).isEqualTo("0");
  }

  @Test
  void aValueThatDoesNotFitItsFieldUnsetsIt() {
    var chat =
        new Chat(
            FlowFixture.flow("f").onAnyMessage().set("a", "contact.age", "young", "end").build());

    assertThat(chat.writes("x").session().customer().fields()).doesNotContainKey("age");
    assertThat(chat.last().trace()).anyMatch(Trace.Failed.class::isInstance);
  }

  @Test
  void anOptionKeepsItsValueAndThenSetsWhatItNames() {
    var fixture = FlowFixture.flow("f").onAnyMessage();
    var option =
        new Option(
            "weber",
            FlowFixture.text("Dr. Weber"),
            Optional.empty(),
            List.of(),
            Optional.of(FlowFixture.text("${bot.limit}")),
            List.of(
                FlowFixture.assignment("vars.first", "${vars.chosen}"),
                FlowFixture.assignment("vars.second", "${vars.first}, ${input.title}")),
            fixture.target("end"),
            Optional.empty(),
            false);
    var chat = new Chat(fixture.menu("m", "Who?", Exits.BUILT_IN, option).build());

    chat.writes("x").taps("Dr. Weber");

    assertThat(chat.var("chosen")).isEqualTo(5L);
    assertThat(chat.var("first")).isEqualTo(5L);
    assertThat(chat.var("second")).isEqualTo("5, Dr. Weber");
  }

  @Test
  void aBranchTellsWhatItLookedAt() {
    var chat =
        new Chat(
            FlowFixture.flow("f")
                .onAnyMessage()
                .branch("a", "contact.first_name == 'Ana'", "yes", "end")
                .say("yes", "Ana!", "end")
                .build());

    assertThat(chat.writes("x").heard()).containsExactly("Ana!");
    assertThat(chat.last().trace())
        .anyMatch(
            it ->
                it instanceof Trace.Moved moved
                    && moved.values().equals(Map.of("contact.first_name", "Ana")));
  }

  @Test
  void aConditionThatFailsIsNotTrue() {
    var chat =
        new Chat(
            FlowFixture.flow("f")
                .onAnyMessage()
                .branch("a", "fails", "yes", "no")
                .say("yes", "Yes.", "end")
                .say("no", "No.", "end")
                .build());

    assertThat(chat.writes("x").heard()).containsExactly("No.");
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, 1.5, 1.5",
    "INTEGER, 12, 12",
    "INTEGER, 1.5,",
    "NUMBER, NaN,",
    "BOOLEAN, true, true",
    "BOOLEAN, yes,",
    "DATE, 2026-02-28, 2026-02-28",
    "DATE, 2026-02-30,",
    "TIME, 09:30, 09:30",
    "DATETIME, 2026-01-05T10:00:00Z, 2026-01-05T10:00:00Z",
    "LIST, a,",
    "TEXT, 007, 007",
  })
  void readsLiteralsAsTheFieldsType(FieldType type, String literal, String value) {
    assertThat(FieldValue.fit(type, literal, literal).map(Object::toString))
        .isEqualTo(Optional.ofNullable(value));
  }
}
