package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.message.Outbound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptTest {

  private final FlowFixture fixture = FlowFixture.flow("f").onAnyMessage();

  private Outbound shown(Question.Shape shape, Option... options) {
    return last(new Chat(fixture.menu("m", "Pick", shape, Exits.BUILT_IN, options).build()));
  }

  private static Outbound last(Chat chat) {
    return chat.writes("x").messages().toList().getLast().message();
  }

  private Option option(int number) {
    return fixture.option("o" + number, "Option " + number, "end");
  }

  @Test
  void upToThreeShortTitlesAreButtonsAndMoreAreAList() {
    assertThat(shown(Question.Shape.AUTO, option(1), option(2), option(3)))
        .isInstanceOf(Outbound.Buttons.class);
    assertThat(shown(Question.Shape.AUTO, option(1), option(2), option(3), option(4)))
        .isInstanceOfSatisfying(
            Outbound.Options.class,
            list -> {
              assertThat(list.button()).isEqualTo("Options");
              assertThat(list.sections()).hasSize(1);
            });
    assertThat(shown(Question.Shape.AUTO, fixture.option("o", "Twenty-one characters", "end")))
        .isInstanceOf(Outbound.Options.class);
    assertThat(shown(Question.Shape.LIST, option(1))).isInstanceOf(Outbound.Options.class);
  }

  @Test
  void longTitlesAreCutAndEqualOnesNumbered() {
    var first = fixture.option("a", "A very long title of a thing", "end");
    var second = fixture.option("b", "A very long title of a thong", "end");

    var shown = shown(Question.Shape.BUTTONS, first, second);

    assertThat(Chat.choices(shown))
        .extracting(Outbound.Choice::title)
        .containsExactly("A very long title o…", "A very long title… 2");
  }

  @Test
  void whatWasCutIsNoted() {
    var chat =
        new Chat(
            fixture
                .menu(
                    "m",
                    "Pick",
                    Question.Shape.BUTTONS,
                    Exits.BUILT_IN,
                    fixture.option("a", "A very long title of a thing", "end"))
                .build());

    assertThat(chat.writes("x").last().trace())
        .anyMatch(it -> it instanceof Trace.Cut cut && cut.what().equals("title of a"));
  }

  @Test
  void aLongBodyIsSplitAndTheOptionsStandUnderItsEnd() {
    var body = "word ".repeat(300);
    var chat = new Chat(fixture.menu("m", body, Exits.BUILT_IN, option(1)).build());

    chat.writes("x");

    assertThat(chat.heard()).hasSize(2);
    assertThat(chat.heard().getFirst()).hasSizeLessThanOrEqualTo(1024).endsWith("word");
    assertThat(String.join(" ", chat.heard())).isEqualTo(body.strip() + " [Option 1]");
  }

  @Test
  void onlyOptionsWhoseConditionHoldsAreShownAndHiddenOnesAreUnderstood() {
    var never = with(fixture.option("never", "Never", "end"), Optional.of("false"), false);
    var hidden = with(fixture.option("hidden", "Secret", "secret"), Optional.empty(), true);
    var chat =
        new Chat(
            fixture
                .menu("m", "Pick", Exits.BUILT_IN, never, hidden, option(1))
                .say("secret", "You know it.", "end")
                .build());

    assertThat(chat.writes("x").heard()).containsExactly("Pick [Option 1]");
    assertThat(chat.writes("never").heard()).containsExactly("Pick [Option 1]");
    assertThat(chat.writes("secret").heard()).containsExactly("You know it.");
    assertThat(chat.writes("x").writes("1").at()).isEqualTo("end");
  }

  private static Option with(Option option, Optional<String> condition, boolean hidden) {
    return new Option(
        option.id(),
        option.title(),
        option.description(),
        option.also(),
        option.value(),
        option.set(),
        option.goTo(),
        condition.map(Expression::new),
        hidden);
  }

  @Test
  void sectionsAndHeaderAndFooterAreShownAndTheHeaderIsDroppedWithOtherWords() {
    var menu =
        new Question.Menu(
            FlowFixture.text("Pick"),
            Optional.of(new Header.Words(FlowFixture.text("Hello ${contact.first_name}"))),
            Optional.of(FlowFixture.text("Any time")),
            Optional.of(FlowFixture.text("Open")),
            new Offer.Written(
                List.of(
                    new Option.Group(Optional.of(FlowFixture.text("One")), List.of(option(1))),
                    new Option.Group(Optional.of(FlowFixture.text("Two")), List.of(option(2))))),
            Question.Shape.AUTO,
            Optional.empty(),
            new dev.tapflow.flow.Target.End(),
            fixture.wrong(3, "", "Tap, please."),
            false);
    var chat = new Chat(fixture.step("m", menu).build());

    assertThat(last(chat))
        .isInstanceOfSatisfying(
            Outbound.Options.class,
            list -> {
              assertThat(list.header()).contains(new Outbound.Header.Words("Hello Ana"));
              assertThat(list.footer()).contains("Any time");
              assertThat(list.button()).isEqualTo("Open");
              assertThat(list.sections())
                  .extracting(Outbound.Section::title)
                  .containsExactly(Optional.of("One"), Optional.of("Two"));
            });
    assertThat(last(chat))
        .isInstanceOfSatisfying(
            Outbound.Options.class,
            list -> {
              assertThat(list.header()).isEmpty();
              assertThat(list.body()).isEqualTo("Tap, please.");
            });
  }

  @Test
  void anInsertionThatFailsRendersAsNothingAndIsNoted() {
    var chat = new Chat(fixture.say("s", "Hi ${fails}there${vars.none}.", "end").build());

    assertThat(chat.writes("x").heard()).containsExactly("Hi there.");
    assertThat(chat.last().trace())
        .anyMatch(it -> it instanceof Trace.Failed failed && failed.why().equals("it fails"));
  }

  @Test
  void aTextThatComesOutEmptyIsNotSent() {
    assertThat(
            new Chat(fixture.say("s", "${vars.none}", "t").say("t", "Next.", "end").build())
                .writes("x")
                .heard())
        .containsExactly("Next.");
  }
}
