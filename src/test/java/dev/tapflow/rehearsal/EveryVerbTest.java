package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Release;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases about each kind of step. */
class EveryVerbTest {

  private static final String BOT =
      """
      languages: [en, fr]
      contact: { first_name: text, gender: text, visits: integer }
      channels:
        main: { kind: cloud }
      teams:
        first_line: { desk: main }
      templates:
        come_back: { cloud_name: come_back, en: 5512, fr: 5513 }
        survey: { en: 5514 }
      commands:
        agent: { words: [agent], goto: "all#people" }
      outside_window: { template: come_back }
      """
          .replace("cloud_name: come_back, ", "");

  private static final String ALL =
      """
      flow: all
      start: picture
      triggers:
        - words: [go]
        - event: referral
      steps:
        picture:
          say: Look
          media: { image: "https://shop.example/a.png" }
        page:
          link: Our site
          url: "https://shop.example/"
          button: Open
          next: end
        form:
          form: Please fill in
          flow_id: "123"
          screen: FIRST
          data: { name: "${default(contact.first_name, '')}" }
          button: Begin
          save: vars.filled
        thanks:
          say: Thank you ${vars.filled.name}.
          next: end
        goods:
          products: Choose
          header: Our goods
          catalog: c1
          sections:
            - { title: Fruit, items: [apple, pear] }
          save: vars.cart
        bought:
          say: You chose ${vars.cart.items[0].product}.
          next: end
        single:
          product: This one
          catalog: c1
          item: apple
          next: end
        whole:
          catalog: All of it
          thumbnail: apple
          next: end
        where:
          ask: Where are you?
          type: location
          save: vars.place
        there:
          say: At ${vars.place.latitude}.
          next: end
        survey:
          template: survey
          values: { body: ["${default(contact.first_name, 'you')}"] }
          options:
            good: { title: Good, goto: end }
            bad: { title: Bad, goto: people }
        people:
          handover: first_line
          next: end
        sub:
          call: basic
          with: { start: "${contact.visits}" }
          save: vars.result
        after_sub:
          say: Got ${vars.result}, ${default(contact.gender, 'unknown')}.
          next: end
        pause:
          say: Wait.
        pausing:
          wait: 2h
        paused:
          say: Now.
          next: end
        plan:
          later: all#reminder
          after: 3h
        planned:
          menu: And now?
          options: { a: { title: A, goto: end }, b: { title: B, goto: end } }
        reminder:
          say: A reminder.
          next: end
        fetch:
          http: { get: "https://shop.example/list", timeout: 3s }
          save: { vars.list: "${response.list}" }
          on_error: none
        long:
          menu: Which one?
          options:
            each: vars.list
            as: it
            id: ${it.id}
            title: ${it.name}
            goto: chosen
            empty: none
          save: vars.chosen
        chosen:
          say: You chose ${vars.chosen.name}.
          next: end
        none:
          say: There is none.
          next: end
        label:
          tag: vip
        labelled:
          set: { contact.visits: "${default(contact.visits, 0) + 1}" }
        counted:
          say: Visit ${contact.visits}.
          next: end
      """;

  private static final String BASIC =
      """
      flow: basic
      start: ask
      steps:
        ask:
          ask: Are you in?
          save: vars.answer
        done:
          goto: end
          returns: ${vars.answer}
      """;

  private static final class Loaded {
    static final Release RELEASE =
        Trials.release(
            Map.of("bot.yaml", BOT, "all.flow.yaml", reachable(), "basic.flow.yaml", BASIC));
  }

  /** A menu that leads everywhere, so that no step is out of reach. */
  private static String reachable() {
    var starts =
        List.of(
            "form",
            "goods",
            "single",
            "whole",
            "where",
            "survey",
            "sub",
            "pause",
            "plan",
            "fetch",
            "label",
            "reminder");
    var split = new StringBuilder("  hub:\n    split:\n");
    starts.forEach(it -> split.append("      - { weight: 1, goto: ").append(it).append(" }\n"));
    return ALL.replace("start: picture\n", "start: picture\n")
            .replace("    button: Open\n    next: end\n", "    button: Open\n    next: hub\n")
        + split;
  }

  private static CaseResult play(String top, String steps) {
    var tests = top + "cases:\n  - name: it\n    steps:\n" + steps.indent(6);
    var report = Rehearsal.run(Loaded.RELEASE, Map.of("all.test.yaml", tests));
    assertThat(report.findings()).isEmpty();
    return report.cases().getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- start: all#form\n"
            + "- bot: [{ form: Please fill in, button: Begin, flow_id: 123, screen: FIRST }]\n"
            + "- send: { form: { name: Ana } }\n"
            + "- bot: [Thank you Ana.]\n"
            + "- vars: { filled: { name: Ana } }\n"
            + "- at: end",
        "- start: all#goods\n"
            + "- bot: [{ products: Choose, header: Our goods, catalog: c1, sections: [{ title:"
            + " Fruit, items: [apple, pear] }] }]\n"
            + "- send: { order: { catalog: c1, items: [{ product: pear, quantity: 2, price: 1.5 }]"
            + " } }\n"
            + "- bot: [You chose pear.]",
        "- start: all#single\n- bot: [{ product: This one, catalog: c1, item: apple }]",
        "- start: all#whole\n- bot: [{ catalog: All of it, thumbnail: apple }]",
        "- start: all#where\n"
            + "- bot: [Where are you?]\n"
            + "- send: { location: { latitude: 48.5, longitude: 2.25 } }\n"
            + "- bot: [At 48.5.]",
        "- start: all#where\n- bot: [{ ask: Where are you?, type: location }]",
        "- start: all#survey\n"
            + "- bot: [{ template: survey, values: [you], options: [Good, Bad] }]\n"
            + "- tap: Bad\n"
            + "- handover: first_line",
        "- start: all#sub\n"
            + "- bot: [Are you in?]\n"
            + "- at: basic#ask\n"
            + "- user: \"yes\"\n"
            + "- bot: [\"Got yes, unknown.\"]",
        "- start: all#pause\n"
            + "- bot: [Wait.]\n"
            + "- advance: 1h\n"
            + "- bot: nothing\n"
            + "- at: pausing\n"
            + "- advance: 1h\n"
            + "- bot: [Now.]",
        "- start: all#plan\n"
            + "- bot: [{ menu: And now? }]\n"
            + "- advance: 3h\n"
            + "- bot: [A reminder., { menu: And now?, options: [A, B] }]\n"
            + "- at: planned\n"
            + "- tap: A\n"
            + "- at: end",
        "- start: all#long\n- bot: [There is none.]",
        "- start: all#label\n- bot: [Visit 1.]\n- contact: { tags: [vip], visits: 1 }",
        "- start: all#plan\n"
            + "- bot: any\n"
            + "- set: { contact.visits: 4, contact.first_name: Ana }\n"
            + "- bot: nothing\n"
            + "- contact: { visits: 4, first_name: Ana }",
        "- { user: hello, referral: ad-1 }\n"
            + "- bot: [{ say: Look, media: { image: \"https://shop.example/a.png\" } }, { link: Our"
            + " site, url: \"https://shop.example/\", button: Open }, any]",
      })
  void passes(String steps) {
    var result = play("", steps);
    assertThat(result.passed()).as(Trials.text(result)).isTrue();
  }

  @Test
  void anotherFlowStandsIn() {
    var top =
        "given: { contact: { visits: 3 }, flows: { basic: { set: { contact.gender: female, vars.x:"
            + " 1 }, returns: \"${contact.visits + 1}\" } } }\n";
    var result =
        play(
            top, "- start: all#sub\n- bot: [\"Got 4, female.\"]\n- vars: { result: 4 }\n- at: end");
    assertThat(result.passed()).as(Trials.text(result)).isTrue();
  }

  @Test
  void aLongListHasPages() {
    var list = new StringBuilder("given:\n  vars:\n    list:\n");
    for (int i = 1; i <= 12; i++) {
      list.append("      - { id: i%d, name: Item %d }\n".formatted(i, i));
    }
    var nine = "Item 1, Item 2, Item 3, Item 4, Item 5, Item 6, Item 7, Item 8, Item 9";
    var result =
        play(
            list.toString(),
            "- start: all#long\n- bot: [{ menu: Which one?, options: ["
                + nine
                + "], as: list }]\n"
                + "- tap: More…\n"
                + "- bot: [{ options: [Item 10, Item 11, Item 12] }]\n"
                + "- tap: { step: long, option: i11 }\n"
                + "- bot: [You chose Item 11.]");
    assertThat(result.passed()).as(Trials.text(result)).isTrue();
  }

  @Test
  void aCaseForEachPathPasses() {
    for (var flow : List.of("all", "basic")) {
      var cases = Generation.of(Loaded.RELEASE, flow, Generation.Bounds.USUAL);
      var report =
          Rehearsal.run(Loaded.RELEASE, Map.of(flow + ".test.yaml", Recording.file(cases)));
      assertThat(report.passed()).as(report.text()).isTrue();
    }
  }
}
