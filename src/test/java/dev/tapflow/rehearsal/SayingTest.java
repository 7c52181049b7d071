package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bot says, and what a case lists. */
class SayingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- user: hi\n- bot: [\"Hi there, this is Acme.\", { menu: How can we help? }]",
        "- user: hi\n- bot: [any, any]",
        "- user: hi\n- bot: any",
        "- user: hi\n- bot:\n    - { contains: Acme }\n    - { matches: 'can .* help' }",
        "- user: hi\n"
            + "- bot:\n"
            + "    - say: { contains: this is }\n"
            + "    - { options: [My orders, Other, News], as: buttons }",
        "- user: hi\n"
            + "- bot:\n"
            + "    - { say: \"Hi there, this is Acme.\" }\n"
            + "    - { menu: { matches: '^How' }, header: Shop }",
        "- user: hi\n"
            + "- bot:\n"
            + "    - |\n"
            + "      Hi there, this is Acme.\n"
            + "    - { options: [{ title: My orders }, Other, { title: { contains: New } }] }",
        "- user: hi\n- bot: any\n- bot: nothing",
        "- user: hi\n- bot: any\n- tap: My orders\n- bot: Which order?",
        "- user: hi\n"
            + "- bot: any\n"
            + "- user: '2'\n"
            + "- bot: nothing\n"
            + "- agent: { accepts: Maria }\n"
            + "- bot: [Maria is here.]",
      })
  void passes(String steps) {
    var result = Trials.one(steps);
    assertThat(result.passed()).as(Trials.text(result)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // one message too many, one too few, another order
        "- user: hi\n- bot: [\"Hi there, this is Acme.\"]",
        "- user: hi\n- bot: [any, any, any]",
        "- user: hi\n- bot: [{ menu: How can we help? }, any]",
        "- user: hi",
        "- user: hi\n- bot: nothing",
        "- user: hi\n- user: '1'\n- bot: [Which order?]",
        "- user: hi\n- user: '1'\n- at: ask_order",
        // a menu is no text, a text no menu
        "- user: hi\n- bot: [any, How can we help?]",
        "- user: hi\n- bot: [{ menu: \"Hi there, this is Acme.\" }, any]",
        // every code point counts
        "- user: hi\n- bot: [\"Hi there, this is Acme\", any]",
        "- user: hi\n- bot: [\"hi there, this is Acme.\", any]",
        "- user: hi\n- bot: [{ say: Hi }, any]",
        "- user: hi\n- bot: [{ contains: acme }, any]",
        "- user: hi\n- bot: [{ matches: '^this' }, any]",
        // what is named is compared
        "- user: hi\n- bot: [any, { options: [My orders, Other] }]",
        "- user: hi\n- bot: [any, { options: [Other, My orders, News] }]",
        "- user: hi\n- bot: [any, { as: list }]",
        "- user: hi\n- bot: [any, { header: Acme }]",
        "- user: hi\n- bot: [any, { menu: How can we help?, button: Options }]",
        "- user: hi\n- bot: [any, { menu: How can we help?, footer: Choose }]",
        "- user: hi\n"
            + "- bot: [any, { options: [{ title: My orders, description: x }, Other, News] }]",
      })
  void fails(String steps) {
    var result = Trials.one(steps);
    assertThat(result.passed()).as(Trials.text(result)).isFalse();
    assertThat(result.failure().orElseThrow().place().file()).isEqualTo("shop.test.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- user: hi\n- at: main_menu",
        "- user: hi\n- bot: any\n- user: '1'\n- at: ask_order"
      })
  void mayLookElsewhereAtTheEnd(String steps) {
    var result = Trials.one(steps);
    assertThat(result.passed()).as(Trials.text(result)).isTrue();
  }
}
