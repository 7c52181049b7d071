package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done in a case, and what else is expected of it. */
class DoingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- user: hi\n"
            + "- bot: any\n"
            + "- tap: My orders\n"
            + "- bot: any\n"
            + "- user: A-1234\n"
            + "- bot: any\n"
            + "- vars: { order: A-1234 }\n"
            + "- at: long_list",
        "- user: hi\n"
            + "- bot: any\n"
            + "- tap: My orders\n"
            + "- bot: any\n"
            + "- tap: { step: main_menu, option: other }\n"
            + "- handover: first_line",
        "- user: hi\n"
            + "- bot: any\n"
            + "- tap: Other\n"
            + "- handover: { team: first_line, note: Order -, labels: [shop, urgent] }\n"
            + "- at: to_agent\n"
            + "- agent: closes\n"
            + "- at: end",
        "- user: hi\n"
            + "- bot: any\n"
            + "- tap: Other\n"
            + "- handover: { note: { contains: Order } }\n"
            + "- user: hello?\n"
            + "- bot: nothing\n"
            + "- advance: 15m\n"
            + "- bot: [Sorry for the wait., any]\n"
            + "- at: main_menu\n"
            + "- handover: nothing",
        "- user: hi\n"
            + "- bot: any\n"
            + "- advance: 9m\n"
            + "- bot: nothing\n"
            + "- advance: 1m\n"
            + "- bot: [{ menu: Still there? }]\n"
            + "- advance: 20m\n"
            + "- bot: [Talk to you soon.]\n"
            + "- at: end",
        "- user: hi\n"
            + "- bot: any\n"
            + "- now: \"2026-01-05T10:31:00Z\"\n"
            + "- bot: [{ menu: Still there? }, Talk to you soon.]",
        "- user: hi\n"
            + "- bot: any\n"
            + "- user: what?\n"
            + "- bot: [{ menu: Please tap. }]\n"
            + "- user: what?\n"
            + "- bot: [{ menu: Tap an option. }]\n"
            + "- user: what?\n"
            + "- at: to_agent",
        "- user: stop\n- bot: [Bye.]\n- user: hi\n- bot: nothing\n- at: end",
        "- user: hi\n"
            + "- bot: any\n"
            + "- send: { image: cat, caption: look }\n"
            + "- bot: [{ menu: Please tap. }]",
        "- user: hi\n"
            + "- bot: any\n"
            + "- send: { location: \"48.85, 2.35\" }\n"
            + "- bot: [{ menu: Please tap. }]",
        "- now: \"2026-01-10T10:00:00Z\"\n"
            + "- user: hi\n"
            + "- bot: any\n"
            + "- user: '2'\n"
            + "- bot: [We are closed.]\n"
            + "- at: end\n"
            + "- handover: nothing",
        "- { user: hi, bot: any, at: main_menu }",
      })
  void passes(String steps) {
    var result = Trials.one(steps);
    assertThat(result.passed()).as(Trials.text(result)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- user: hi\n- bot: any\n- tap: Nothing of the kind",
        "- tap: My orders",
        "- user: hi\n- bot: any\n- tap: { step: ask_order, option: x }",
        "- user: hi\n- bot: any\n- at: ask_order",
        "- user: hi\n- bot: any\n- at: end",
        "- user: hi\n- bot: any\n- at: other#main_menu",
        "- start: shoop",
        "- start: shop#nowhere",
        "- user: hi\n- bot: any\n- vars: { order: x }",
        "- user: hi\n- bot: any\n- handover: first_line",
        "- user: hi\n- bot: any\n- tap: Other\n- handover: { team: second }",
        "- user: hi\n- bot: any\n- tap: Other\n- handover: { labels: [shop] }",
        "- user: hi\n- bot: any\n- tap: Other\n- handover: nothing",
        "- user: hi\n- bot: any\n- http_called: \"https://x.example/\"",
        "- delivery: failed",
        "- user: hi\n- bot: any\n- send: { form: { name: Ana } }",
        "- user: hi\n- bot: any\n- set: { contact.nmae: Ana }",
      })
  void fails(String steps) {
    var result = Trials.one(steps);
    assertThat(result.passed()).as(Trials.text(result)).isFalse();
  }
}
