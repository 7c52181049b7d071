package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How things are when a case begins, and how its values are read and compared. */
class GivenTest {

  private static String test(String given, String steps) {
    return "cases:\n  - name: it\n    given: " + given + "\n    steps:\n" + steps.indent(6);
  }

  @Test
  void readsFieldsAsTheirTypesAndComparesThemAsTheyAreWritten() {
    var result =
        Trials.oneOf(
            test(
                "{ contact: { first_name: 007, visits: 3, weight: 70.50, vip: true, born:"
                    + " 1990-02-28, language: fr, tags: [a] } }",
                "- contact: { first_name: \"007\", visits: 3, weight: 70.5, vip: true, born:"
                    + " 1990-02-28, language: fr, tags: [a] }"));
    assertThat(Trials.why(result)).isEqualTo("passed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ first_name: \"7\" }", "{ visits: 4 }", "{ weight: 70 }", "{ vip: false }",
        "{ born: 1990-02-27 }", "{ language: en }", "{ tags: [a, b] }", "{ first_name: null }"
      })
  void seesADifferenceInEach(String expected) {
    var result =
        Trials.oneOf(
            test(
                "{ contact: { first_name: 007, visits: 3, weight: 70.50, vip: true, born:"
                    + " 1990-02-28, language: fr, tags: [a] } }",
                "- contact: " + expected));
    assertThat(result.passed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ contact: { visits: many } }", "{ contact: { nmae: Ana } }", "{ values: { shopp: x } }",
        "{ values: { limit: many } }", "{ flows: { nowhere: { returns: x } } }", "{ number: 12 }"
      })
  void saysWhatCannotBeGiven(String given) {
    var result = Trials.oneOf(test(given, "- user: hi\n- bot: any"));
    assertThat(result.failure()).isPresent();
    assertThat(result.failure().orElseThrow().place().line()).isEqualTo(2);
  }

  @Test
  void givesVariablesToTheFirstConversationOnly() {
    var result =
        Trials.oneOf(
            test(
                "{ vars: { order: A-9 } }",
                "- user: agent\n"
                    + "- handover: { note: Order A-9 }\n"
                    + "- agent: closes\n"
                    + "- vars: { order: A-9 }\n"
                    + "- user: agent\n"
                    + "- handover: { note: Order - }"));
    assertThat(Trials.why(result)).isEqualTo("passed");
  }

  @Test
  void readsVariablesAsWhatSetsThem() {
    var flow =
        """
        flow: age
        start: ask
        steps:
          ask:
            ask: How old are you?
            type: integer
            save: vars.age
          count:
            set: { vars.count: "${default(vars.count, 0) + 1}", vars.code: x }
          answer:
            branch:
              - { if: vars.age > 18 && vars.code == '7', goto: old }
              - { else: young }
          old:
            say: Old ${vars.count}.
            next: end
          young:
            say: Young ${vars.count}.
            next: end
        """;
    var tests =
        """
        cases:
          - name: it
            given: { vars: { age: 30, count: 4, code: 7 } }
            steps:
              - start: age#answer
              - bot: [Old 4.]
              - vars: { age: 30, count: 4, code: "7" }
              - start: age#count
                with: { age: 3, vars.count: 9 }
              - bot: [Young 10.]
        """;
    var report = Rehearsal.run(Map.of("age.flow.yaml", flow, "age.test.yaml", tests));
    assertThat(report.passed()).as(report.text()).isTrue();
  }

  @Test
  void overridesConstants() {
    var result =
        Trials.oneOf(
            test("{ values: { shop: Corner } }", "- user: hi\n- bot: [{ contains: Corner }, any]"));
    assertThat(Trials.why(result)).isEqualTo("passed");
  }

  @Test
  void takesInsertionsWithTheirTypes() {
    var result =
        Trials.oneOf(
            test(
                "{ contact: { visits: \"${1 + 2}\", first_name: \"Ana ${2 + 2}\" } }",
                "- contact: { visits: 3, first_name: Ana 4 }\n"
                    + "- contact: { visits: \"${2 + 1}\" }"));
    assertThat(Trials.why(result)).isEqualTo("passed");
  }

  @Test
  void addsTheFilesOwn() {
    var result =
        Trials.oneOf(
            """
            given: { contact: { first_name: Ana, visits: 1 } }
            cases:
              - name: it
                given: { contact: { visits: 2 } }
                steps:
                  - contact: { first_name: Ana, visits: 2 }
            """);
    assertThat(Trials.why(result)).isEqualTo("passed");
  }

  @Test
  void aCaseKnowsNothingOfAnother() {
    var report =
        Trials.run(
            """
            cases:
              - name: opts out
                steps: [{ user: stop, bot: [Bye.] }]
              - name: is not opted out
                steps: [{ user: hi, bot: any, at: main_menu }]
            """);
    assertThat(report.passed()).as(report.text()).isTrue();
  }
}
