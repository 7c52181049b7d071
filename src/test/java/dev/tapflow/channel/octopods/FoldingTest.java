package dev.tapflow.channel.octopods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.Channel.Fitting;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outbound.Choice;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.Purpose;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldingTest {

  private static final Fitting MENU = new Fitting("m1.0a1b2c3d", "Menu");
  private static final List<Choice> YES = List.of(new Choice("y", "Yes", Optional.empty()));

  @Test
  void putsTextsIntoTheQuestionThatFollows() {
    assertThat(fold(say("Welcome!"), say("We are open."), ask("Shall we begin?")))
        .containsExactly(ask("Welcome!\n\nWe are open.\n\nShall we begin?"));
  }

  @Test
  void putsTextsIntoAQuestionThatIsATextItself() {
    assertThat(fold(say("Hello."), question("Your name?")))
        .containsExactly(menuUnder("Hello.\n\nYour name?", Purpose.QUESTION, 7));
  }

  @Test
  void givesATextThatNoQuestionFollowsOneButton() {
    assertThat(fold(ask("Sure?"), say("Thank you.")))
        .containsExactly(ask("Sure?"), menuUnder("Thank you.", Purpose.STATEMENT, 0));
  }

  @Test
  void foldsAsMuchAsTheBodyHoldsAndKeepsTheOrder() {
    var long900 = "a".repeat(900);

    assertThat(fold(say(long900), say("b".repeat(100)), ask("c".repeat(100))))
        .containsExactly(
            menuUnder(long900, Purpose.STATEMENT, 0),
            ask("b".repeat(100) + "\n\n" + "c".repeat(100)));
  }

  @Test
  void foldsUpToTheLastCodePoint() {
    // an emoji of two chars is one code point: 1 + 2 for the blank line + 1021
    assertThat(fold(say("😀"), ask("c".repeat(1021)))).hasSize(1);
    assertThat(fold(say("😀"), ask("c".repeat(1022)))).hasSize(2);
  }

  @Test
  void splitsATextThatIsTooLongAndFoldsItsEnd() {
    var paragraph = "word ".repeat(150).strip();

    assertThat(fold(say(paragraph + "\n\n" + paragraph), ask("Go on?")))
        .containsExactly(menuUnder(paragraph, Purpose.STATEMENT, 0), ask(paragraph + "\n\nGo on?"));
  }

  @Test
  void keepsAConfirmationApartFromAQuestionThatMayNotReachTheCustomer() {
    var confirmation = new Outgoing(new Outbound.Text("You are out."), Purpose.CONFIRMATION, 0);

    assertThat(fold(confirmation, ask("Back in?")))
        .containsExactly(menuUnder("You are out.", Purpose.CONFIRMATION, 0), ask("Back in?"));
  }

  @Test
  void foldsNothingIntoATemplate() {
    var template =
        new Outgoing(
            new Outbound.Template("hi", "en", "5512", Outbound.TemplateValues.none()),
            Purpose.STATEMENT,
            0);

    assertThat(fold(say("Hello."), template))
        .containsExactly(menuUnder("Hello.", Purpose.STATEMENT, 0), template);
  }

  @Test
  void leavesATextATextWhereTheChannelHasNoRouteForIt() {
    assertThat(Folding.fold(List.of(say("Hello.")), Optional.empty()))
        .containsExactly(say("Hello."));
  }

  @Test
  void aPictureBecomesTheHeaderOfTheButtonsThatFollow() {
    var header = Optional.<Outbound.Header>of(new Outbound.Header.Picture("https://x.example/a"));

    assertThat(fold(say("Hi!"), picture("Our garden"), say("Nice?"), ask("Come?")))
        .containsExactly(
            new Outgoing(
                new Outbound.Buttons(
                    header, "Hi!\n\nOur garden\n\nNice?\n\nCome?", Optional.empty(), YES),
                Purpose.QUESTION,
                7));
  }

  @Test
  void aPictureThatNothingTakesHasTheOneButtonUnderIt() {
    assertThat(fold(picture("Our garden")))
        .extracting(Outgoing::message)
        .first()
        .isInstanceOfSatisfying(
            Outbound.Buttons.class,
            it -> {
              assertThat(it.header()).contains(new Outbound.Header.Picture("https://x.example/a"));
              assertThat(it.body()).isEqualTo("Our garden");
            });
  }

  @Test
  void aSoundCannotBeCarriedAndStaysWhatItIs() {
    var sound =
        new Outgoing(
            new Outbound.Media(Outbound.Media.Kind.AUDIO, "https://x.example/s", Optional.empty()),
            Purpose.STATEMENT,
            0);

    assertThat(fold(sound, ask("Heard it?"))).containsExactly(sound, ask("Heard it?"));
  }

  private static Outgoing picture(String caption) {
    return new Outgoing(
        new Outbound.Media(Outbound.Media.Kind.IMAGE, "https://x.example/a", Optional.of(caption)),
        Purpose.STATEMENT,
        0);
  }

  private static List<Outgoing> fold(Outgoing... turn) {
    return Folding.fold(List.of(turn), Optional.of(MENU));
  }

  private static Outgoing say(String body) {
    return new Outgoing(new Outbound.Text(body), Purpose.STATEMENT, 0);
  }

  private static Outgoing question(String body) {
    return new Outgoing(new Outbound.Text(body), Purpose.QUESTION, 7);
  }

  private static Outgoing ask(String body) {
    return new Outgoing(
        new Outbound.Buttons(Optional.empty(), body, Optional.empty(), YES), Purpose.QUESTION, 7);
  }

  private static Outgoing menuUnder(String body, Purpose purpose, long token) {
    var menu = List.of(new Choice("m1.0a1b2c3d", "Menu", Optional.empty()));
    return new Outgoing(
        new Outbound.Buttons(Optional.empty(), body, Optional.empty(), menu), purpose, token);
  }
}
