package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is simulated around a flow: the window, deliveries, languages, channels. */
class WorldTest {

  private static final String BOT =
      """
      languages: [en, fr]
      contact: { first_name: text }
      channels:
        shop: { kind: octopods, flows: [ask] }
        other: { kind: octopods, flows: [help] }
      teams: { first_line: { desk: main } }
      templates: { come_back: { en: 5512, fr: 5513 } }
      outside_window: { template: come_back }
      """;

  private static final String ASK =
      """
      flow: ask
      start: name
      triggers: [{ event: new_conversation }]
      steps:
        name:
          ask: Your name?
          save: vars.name
          silence: { after: 30h, remind: Still there? }
          undelivered: { goto: lost }
        thanks:
          say: Thank you ${vars.name}.
          next: end
        lost:
          handover: first_line
          next: end
      """;

  private static final String HELP =
      """
      flow: help
      start: hello
      triggers: [{ event: new_conversation }]
      steps:
        hello:
          say: Help is near.
          next: end
      """;

  private static CaseResult play(String flow, String given, String steps) {
    var tests = "cases:\n  - name: it\n    given: " + given + "\n    steps:\n" + steps.indent(6);
    var report =
        Rehearsal.run(
            Map.of(
                "bot.yaml",
                BOT,
                "ask.flow.yaml",
                ASK,
                "ask.fr.yaml",
                "name.ask: Votre nom ?\nthanks.say: Merci ${vars.name}.\n",
                "help.flow.yaml",
                HELP,
                flow + ".test.yaml",
                tests));
    assertThat(report.cases()).as(report.text()).hasSize(1);
    return report.cases().getFirst();
  }

  private static void passes(String flow, String given, String steps) {
    var result = play(flow, given, steps);
    assertThat(result.passed()).as(Trials.text(result)).isTrue();
  }

  @Test
  void outsideTheWindowATemplateAsksTheCustomerBack() {
    passes(
        "ask",
        "{}",
        """
        - user: hi
        - bot: [Your name?]
        - advance: 30h
        - bot: [{ template: come_back, lang: en }]
        - advance: 1h
        - bot: nothing
        - user: Ana
        - bot: [Thank you Ana.]
        """);
  }

  @Test
  void aCustomersMessageOpensTheWindowAgain() {
    passes(
        "ask",
        "{}",
        """
        - user: hi
        - bot: [Your name?]
        - advance: 20h
        - send: { reaction: 👍 }
        - bot: nothing
        - advance: 5h
        - user: Ana
        - bot: [Thank you Ana.]
        """);
  }

  @Test
  void aQuestionMayNotArrive() {
    passes(
        "ask",
        "{}",
        """
        - user: hi
        - bot: [Your name?]
        - delivery: read
        - at: name
        - delivery: failed
        - handover: first_line
        - at: ask#lost
        """);
  }

  @Test
  void speaksTheContactsLanguage() {
    passes(
        "ask",
        "{ contact: { language: fr } }",
        """
        - user: hi
        - bot: [Votre nom ?]
        - set: { contact.language: en }
        - user: Ana
        - bot: [Thank you Ana.]
        - contact: { language: en }
        """);
  }

  @Test
  void theCustomerWritesOnAChannelThatHasTheFlow() {
    passes("help", "{}", "- user: hi\n- bot: [Help is near.]\n- at: end\n");
    passes("ask", "{}", "- user: hi\n- bot: [Your name?]\n");
  }
}
