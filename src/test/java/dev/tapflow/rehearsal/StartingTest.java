package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases in which the bot speaks first. */
class StartingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- start: shop#long_list\n"
            + "- bot: [{ menu: Where to?, as: list, button: Places, footer: Choose, options: [{"
            + " title: North, description: Cold }, South] }]",
        "- start: shop#news\n"
            + "  with: { order: A-1 }\n"
            + "- bot: [{ template: news, values: { body: [A-1, two] }, lang: en }]",
        "- start: shop#news\n- bot: [{ template: news, values: […, two] }]",
        "- start: shop#ask_order\n- bot: [Which order?]\n- at: shop#ask_order",
        "- start: shop#ask_order\n"
            + "  with: { vars.place: north }\n"
            + "- bot: any\n"
            + "- vars: { place: north }",
        "- user: hi\n"
            + "- bot: any\n"
            + "- advance: 25h\n"
            + "- bot: [{ menu: Still there? }, Talk to you soon.]\n"
            + "- start: shop#ask_order\n"
            + "- bot: [{ template: come_back }]\n"
            + "- user: hello\n"
            + "- bot: [Which order?]"
      })
  void passes(String steps) {
    var result = Trials.one(steps);
    assertThat(result.passed()).as(Trials.text(result)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- start: shop#long_list\n"
            + "- bot: [{ options: [{ title: North, description: Warm }, South] }]",
        "- start: shop#news\n"
            + "  with: { order: A-1 }\n"
            + "- bot: [{ template: news, values: { body: [A-2, two] } }]",
        "- start: shop#news\n- bot: [{ template: come_back }]"
      })
  void fails(String steps) {
    var result = Trials.one(steps);
    assertThat(result.passed()).as(Trials.text(result)).isFalse();
  }
}
