package dev.tapflow.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Trigger;
import dev.tapflow.flow.Variable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowReadingTest {

  private static final Target END = new Target.End();

  @Test
  void readsTriggersStartAndTheOrderOfSteps() {
    var flow =
        flow(
            """
            flow: main
            start: b
            commands: off
            triggers:
              - words: [hi, on]
              - event: new_conversation
            steps:
              a: { say: A }
              b: { say: B, next: a }
            """);

    assertThat(flow.start()).isEqualTo(new StepRef("main", "b"));
    assertThat(flow.commandsOff()).isTrue();
    assertThat(flow.triggers())
        .containsExactly(new Trigger.Words(List.of("hi", "on")), new Trigger.NewConversation());
    assertThat(flow.steps())
        .containsExactly(
            Map.entry("a", new Step.Say(Text.literal("A"), Optional.empty(), to("b"))),
            Map.entry("b", new Step.Say(Text.literal("B"), Optional.empty(), to("a"))));
  }

  @Test
  void readsAMenuWithAllItsKeys() {
    var step =
        step(
            """
            menu: Which?
            header: Top
            footer: Bottom
            button: See
            as: list
            save: vars.which
            next: end
            sections:
              - title: One
                options:
                  a: A
                  b:
                    title: B
                    description: second
                    also: [bee, 2nd]
                    value: "2"
                    set: { vars.x: "${vars.y}" }
                    goto: other#start
                    if: vars.y > 1
                    hidden: yes
            """);

    var a =
        new Option(
            "a",
            Text.literal("A"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            END,
            Optional.empty(),
            false);
    assertThat(step)
        .isInstanceOfSatisfying(
            Question.Menu.class,
            menu -> {
              assertThat(menu.header()).contains(new Header.Words(Text.literal("Top")));
              assertThat(menu.footer()).contains(Text.literal("Bottom"));
              assertThat(menu.button()).contains(Text.literal("See"));
              assertThat(menu.shape()).isEqualTo(Question.Shape.LIST);
              assertThat(menu.save()).contains(new Variable(Variable.Scope.VARS, "which"));
              assertThat(menu.offer())
                  .isInstanceOfSatisfying(
                      Offer.Written.class,
                      written ->
                          assertThat(written.groups().getFirst().title())
                              .contains(Text.literal("One")));
              assertThat(menu.options().getFirst()).isEqualTo(a);
              assertThat(menu.options().getLast()).satisfies(FlowReadingTest::isTheFullOption);
            });
  }

  private static void isTheFullOption(Option option) {
    assertThat(option.description()).contains(Text.literal("second"));
    assertThat(option.also()).containsExactly("bee", "2nd");
    assertThat(option.value()).contains(Text.literal("2"));
    assertThat(option.set()).hasSize(1);
    assertThat(option.goTo()).isEqualTo(new Target.To(new StepRef("other", "start")));
    assertThat(option.condition().orElseThrow().source()).isEqualTo("vars.y > 1");
    assertThat(option.hidden()).isTrue();
  }

  @Test
  void anOptionWithoutTargetGoesWhereTheMenuGoesOn() {
    var flow =
        flow(
            """
            flow: main
            steps:
              pick: { menu: "Which?", options: { a: A } }
              below: { say: Below, next: end }
            """);

    var menu = (Question.Menu) flow.step("pick").orElseThrow();
    assertThat(menu.options().getFirst().goTo()).isEqualTo(to("below"));
  }

  @Test
  void readsAQuestionWithItsChecksAndExits() {
    var step =
        step(
            """
            ask: How many?
            type: integer
            save: contact.count
            commands: off
            check:
              - { matches: "[0-9]+", say: Digits. }
              - { if: input.value > 0 }
            wrong: { say: Again., tries: 2, goto: end }
            silence:
              after: 1h30m
              remind: There?
              give_up: { after: 2d, before_window_closes: 30m, goto: end }
            stale: expired
            undelivered: { goto: end }
            next: end
            """);

    assertThat(step)
        .isInstanceOfSatisfying(
            Question.Ask.class,
            ask -> {
              assertThat(ask.type()).isEqualTo(AnswerType.INTEGER);
              assertThat(ask.commandsOff()).isTrue();
              assertThat(ask.checks().getFirst())
                  .isEqualTo(new Check.Matches("[0-9]+", Optional.of(Text.literal("Digits."))));
              assertThat(ask.checks().getLast()).isInstanceOf(Check.Holds.class);
              assertThat(ask.exits()).isEqualTo(allExits());
            });
  }

  private static Exits allExits() {
    return new Exits(
        new Exits.Wrong(List.of(Text.literal("Again.")), 2, Optional.of(END)),
        Optional.of(
            new Exits.Silence(
                Duration.ofMinutes(90),
                Optional.of(Text.literal("There?")),
                Optional.of(
                    new Exits.GiveUp(
                        Optional.of(Duration.ofDays(2)),
                        Optional.of(Duration.ofMinutes(30)),
                        END)))),
        Exits.Stale.EXPIRED,
        new Exits.Undelivered.GoTo(END));
  }

  @Test
  void whatAQuestionDoesNotSayComesFromTheDefaults() {
    var bot =
        """
        defaults:
          wrong: { say: What?, tries: 5, goto: main#bye }
          silence: { after: 10m, remind: Hello? }
          stale: ask_again
          button: Choose
        """;
    var folder =
        read(
            bot,
            """
            flow: main
            steps:
              own: { ask: "Own?", wrong: { tries: 2 }, silence: none }
              none: { ask: "None?" }
              bye: { say: Bye, next: end }
            """);

    var flow = Objects.requireNonNull(folder.flows().get("main"));
    var own = ((Question.Ask) flow.step("own").orElseThrow()).exits();
    var none = ((Question.Ask) flow.step("none").orElseThrow()).exits();
    assertThat(folder.bot().listButton()).isEqualTo(Text.literal("Choose"));
    assertThat(own.silence()).isEmpty();
    assertThat(own.wrong())
        .isEqualTo(new Exits.Wrong(List.of(Text.literal("What?")), 2, Optional.of(to("bye"))));
    assertThat(none.wrong().tries()).isEqualTo(5);
    assertThat(none.silence().orElseThrow().remind()).contains(Text.literal("Hello?"));
    assertThat(none.stale()).isEqualTo(Exits.Stale.ASK_AGAIN);
  }

  @Test
  void readsAHandoverWhoseExitsGoOnAtNextWhereTheyNameNoTarget() {
    var step =
        step(
            """
            handover: first_line
            note: About ${vars.x}
            labels: [a, b]
            priority: high
            accepted: { say: Here. }
            unavailable: { say: Closed. }
            timeout: { after: 15m, say: Sorry., goto: one }
            returned: { goto: end }
            next: one
            """);

    var leave = new Step.Handover.Leave(Optional.of(Text.literal("Sorry.")), to("one"));
    assertThat(step)
        .isInstanceOfSatisfying(
            Step.Handover.class,
            it -> {
              assertThat(it.team()).isEqualTo("first_line");
              assertThat(it.labels()).containsExactly(Text.literal("a"), Text.literal("b"));
              assertThat(it.priority()).contains(Text.literal("high"));
              assertThat(it.accepted()).contains(Text.literal("Here."));
              assertThat(it.unavailable().orElseThrow().goTo()).isEqualTo(to("one"));
              assertThat(it.timeout())
                  .contains(new Step.Handover.Timeout(Duration.ofMinutes(15), leave));
              assertThat(it.returned().orElseThrow().goTo()).isEqualTo(END);
            });
  }

  @Test
  void readsATemplateWithItsValues() {
    var step =
        step(
            """
            template: come_back
            lang: fr
            values: { header: H, body: ["${vars.a}", b], buttons: [c] }
            next: end
            """);

    assertThat(step)
        .isInstanceOfSatisfying(
            Step.SendTemplate.class,
            it -> {
              assertThat(it.template().language()).contains("fr");
              assertThat(it.template().header()).containsExactly(Text.literal("H"));
              assertThat(it.template().body()).hasSize(2);
              assertThat(it.template().buttons()).containsExactly(Text.literal("c"));
            });
  }

  @Test
  void aScalarIsWhatItsCharactersAre() {
    var step = (Step.Set) step("set: { vars.a: 007, vars.b: yes, vars.c: 1.10, vars.d: null }");

    assertThat(step.assignments())
        .extracting(it -> it.value().literalText())
        .containsExactly("007", "yes", "1.10", "null");
  }

  @Test
  void withoutABotFileThereIsOneLanguageAndOneChannel() {
    var bot = FolderReader.read(Map.of()).bot();

    assertThat(bot.languages()).containsExactly("en");
    assertThat(bot.channels()).containsOnlyKeys("main");
    assertThat(bot.limits()).isEqualTo(Bot.Limits.BUILT_IN);
  }

  private static Target to(String step) {
    return new Target.To(new StepRef("main", step));
  }

  private static Step step(String yaml) {
    var flow = flow("flow: main\nsteps:\n  one:\n" + yaml.indent(4));
    return flow.step("one").orElseThrow();
  }

  private static Flow flow(String yaml) {
    return Objects.requireNonNull(read("", yaml).flows().get("main"));
  }

  private static ReadFolder read(String bot, String flow) {
    var files =
        bot.isEmpty()
            ? Map.of("main.flow.yaml", flow)
            : Map.of("bot.yaml", bot, "main.flow.yaml", flow);
    var folder = FolderReader.read(files);
    assertThat(folder.findings()).isEmpty();
    return folder;
  }
}
