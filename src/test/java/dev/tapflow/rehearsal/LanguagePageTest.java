package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of the language's page, its flows and its two cases, as they are written there. */
class LanguagePageTest {

  private static final String BOT =
      """
      languages: [en, fr]
      contact: { first_name: text, customer_no: text }
      hours:
        office: { zone: Europe/Paris, mon-fri: "09:00-12:30, 13:30-18:00", closed: ["2026-12-25"] }
      teams:
        first_line: { desk: main, hours: office }
      templates:
        come_back: { en: 5512, fr: 5513 }
      commands:
        menu:  { words: [menu, start over], goto: "support#main_menu" }
        agent: { words: [agent, human], goto: "support#to_agent" }
        stop:  { words: [stop, unsubscribe], do: opt_out, say: "You will hear no more from us." }
      outside_window: { template: come_back }
      limits: { on_limit: handover }
      """;

  private static final String SUPPORT =
      """
      flow: support
      start: welcome
      triggers:
        - words: [hi, hello, support]
        - event: new_conversation
      steps:
        welcome:
          say: Hi ${default(contact.first_name, 'there')}, this is Acme support.
        main_menu:
          menu: How can we help?
          options:
            orders:  { title: My orders, also: [order, parcel], goto: ask_order }
            billing: { title: Billing, goto: "billing#start" }
            agent:   { title: Talk to us, goto: to_agent }
          wrong:
            say: ["Please tap one of the options.", "Type 1, 2 or 3, or tap an option."]
            tries: 3
            goto: to_agent
          silence:
            after: 10m
            remind: Still there? Tap an option whenever you like.
            give_up: { before_window_closes: 30m, goto: goodbye }
        ask_order:
          ask: What is your order number?
          check: { matches: "A-[0-9]{4}", say: It looks like A-1234. }
          save: vars.order
        look_up:
          http: { get: "https://shop.example/orders/${vars.order}", timeout: 3s, retry: 1 }
          save: vars.reply
          on_error: to_agent
        tell:
          branch:
            - { if: vars.reply.state == 'shipped', goto: shipped }
            - { else: to_agent }
        shipped:
          say: Order ${vars.order} is on its way.
          next: end
        to_agent:
          handover: first_line
          note: Order ${default(vars.order, '-')}, came from ${flow.path}
          unavailable: { say: "We are back at ${hours.office.next_open}.", goto: end }
          timeout: { after: 15m, say: Sorry for the wait., goto: main_menu }
          returned: { goto: end }
        goodbye:
          say: Talk to you soon.
          next: end
      """;

  private static final String BILLING =
      """
      flow: billing
      start: start
      steps:
        start:
          menu: What about?
          options:
            copy: { title: A copy, goto: end }
            back: { title: Back, goto: "support#main_menu" }
      """;

  private static final String TESTS =
      """
      cases:
        - name: types the label, errs once, then taps an old menu
          given: { contact: { first_name: Ana }, now: "2026-03-02T10:00:00+01:00" }
          http:
            - { get: "https://shop.example/orders/A-1234", reply: { state: shipped } }
          steps:
            - user: hi
            - bot:
                - Hi Ana, this is Acme support.
                - { menu: How can we help?, options: [My orders, Billing, Talk to us], as: buttons }
            - user: my ORDERS
            - bot: [What is your order number?]
            - user: "???"
            - bot: [It looks like A-1234.]
            - tap: { step: main_menu, option: billing }
            - at: billing#start
        - name: an agent takes over and gives back
          steps:
            - user: agent
            - handover: { team: first_line, note: { contains: "Order -" } }
            - user: hello?
            - bot: nothing
            - agent: closes
            - at: end
      """;

  private static Map<String, String> folder(String tests) {
    return Map.of(
        "bot.yaml",
        BOT,
        "support.flow.yaml",
        SUPPORT,
        "billing.flow.yaml",
        BILLING,
        "support.test.yaml",
        tests);
  }

  @Test
  void passes() {
    var report = Rehearsal.run(folder(TESTS));
    assertThat(report.passed()).as(report.text()).isTrue();
    assertThat(report.cases()).hasSize(2);
  }

  private static final String TO_THE_CALL =
      """
      - user: hi
      - bot: any
      - user: "1"
      - bot: any
      - user: A-1234
      """;

  private static CaseResult calling(String http, String rest) {
    var tests =
        "cases:\n  - name: it\n    http:\n"
            + http.indent(6)
            + "    steps:\n"
            + TO_THE_CALL.indent(6)
            + rest.indent(6);
    var report = Rehearsal.run(new HashMap<>(folder(tests)));
    assertThat(report.findings()).isEmpty();
    return report.cases().getFirst();
  }

  private static void passes(String http, String rest) {
    var result = calling(http, rest);
    assertThat(result.passed()).as(Trials.text(result)).isTrue();
  }

  @Test
  void aServiceAnswers() {
    passes(
        "- { get: \"https://shop.example/orders/A-1234\", reply: { state: shipped } }",
        "- bot: [Order A-1234 is on its way.]\n"
            + "- at: end\n"
            + "- http_called: { get: \"https://shop.example/orders/A-1234\", times: 1 }\n"
            + "- http_called: \"GET https://shop.example/orders/A-1234\"\n"
            + "- vars: { reply: { state: shipped }, reply.state: shipped }");
  }

  @Test
  void aServiceFailsAndIsTriedAgain() {
    passes(
        "- { get: \"https://shop.example/orders/A-1234\", fails: timeout }\n"
            + "- { get: \"https://shop.example/orders/A-1234\", reply: { state: shipped } }",
        "- bot: [Order A-1234 is on its way.]\n"
            + "- http_called: { get: \"https://shop.example/orders/A-1234\", times: 2 }");
    passes(
        "- { get: \"https://shop.example/orders/A-1234\", fails: timeout }",
        "- handover: { note: { contains: Order A-1234 } }");
    passes(
        "- { get: \"https://shop.example/orders/A-1234\", status: 404 }",
        "- handover: first_line\n"
            + "- http_called: { get: \"https://shop.example/orders/A-1234\", times: 1 }");
  }

  @Test
  void aServiceTakesItsTime() {
    passes(
        "- { get: \"https://shop.example/orders/A-1234\", delay: 2s, reply: { state: shipped } }",
        "- bot: nothing\n"
            + "- at: look_up\n"
            + "- advance: 1s\n"
            + "- bot: nothing\n"
            + "- advance: 1s\n"
            + "- bot: [Order A-1234 is on its way.]");
    passes(
        "- { get: \"https://shop.example/orders/A-1234\", delay: 4s, reply: { state: shipped } }",
        "- bot: nothing\n- advance: 10s\n- handover: first_line");
  }

  @Test
  void aCallThatNothingAnswersNamesItsAddress() {
    var result = calling("- { get: \"https://shop.example/orders/A-9999\" }", "- bot: any");
    assertThat(Trials.why(result)).contains("GET https://shop.example/orders/A-1234");
  }

  @Test
  void aCallThatWasNotMadeIsMissed() {
    var result =
        calling(
            "- { get: \"https://shop.example/orders/A-1234\", reply: {} }",
            "- bot: any\n- http_called: { post: \"https://shop.example/orders/A-1234\" }");
    assertThat(Trials.why(result)).contains("POST").contains("it was not called");
  }

  @Test
  void aCaseForEachPathPasses() {
    var release =
        Trials.release(
            Map.of("bot.yaml", BOT, "support.flow.yaml", SUPPORT, "billing.flow.yaml", BILLING));
    var cases = Generation.of(release, "support", Generation.Bounds.USUAL);
    var report = Rehearsal.run(release, Map.of("support.test.yaml", Recording.file(cases)));
    assertThat(report.passed()).as(report.text()).isTrue();
    var support = report.coverage().flows().get(1);
    assertThat(support.steps().missing()).as(report.text()).isEmpty();
    assertThat(support.options().missing()).isEmpty();
    // one case is made for one contact at one time of day
    assertThat(support.exits().missing()).containsExactly("to_agent.unavailable");
  }
}
