package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.message.Content;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static final String FIRST =
      "Which? {Branch 1 | Branch 2 | Branch 3 | Branch 4 | Branch 5 | Branch 6 | Branch 7"
          + " | Branch 8 | Branch 9 | More…}";
  private static final String LAST = "Which? {Branch 10 | Branch 11 | Branch 12}";

  private final FlowFixture fixture = FlowFixture.flow("f").onAnyMessage();
  private final Listing listing = new Listing(Listing.branches(12));

  private Chat chat(Exits exits) {
    return listing.chat(
        fixture
            .step(
                "m",
                Listing.menu(
                    FlowFixture.text("Which?"), Listing.offer(fixture), Question.Shape.AUTO, exits))
            .say("chosen", "${input.title}", "next")
            .menu("next", "Next?", Exits.BUILT_IN, fixture.option("a", "A", "end"))
            .say("none", "None.", "end"));
  }

  private Chat chat() {
    return chat(fixture.wrong(3, "", "Pick one."));
  }

  private static int page(Chat chat) {
    return ((Waiting.ForAnswer) chat.waiting()).page();
  }

  @Test
  void tenFitOnePage() {
    listing.becomes(Listing.branches(10));

    assertThat(chat().writes("x").heard().getFirst()).endsWith("Branch 9 | Branch 10}");
  }

  @Test
  void moreBecomePagesThatTheLastRowTurns() {
    var chat = chat();

    assertThat(chat.writes("x").heard()).containsExactly(FIRST);
    chat.messages().map(Outgoing::message).forEach(WhatsAppCheck::check);
    assertThat(chat.taps("More…").heard()).containsExactly(LAST);
    chat.messages().map(Outgoing::message).forEach(WhatsAppCheck::check);
    assertThat(chat.reasons()).containsExactly("tapped More…");
    assertThat(chat.taps("Branch 11").heard()).contains("Branch 11");
  }

  @Test
  void theTitleOfThatRowTurnsThemToo() {
    for (var typed : List.of("More…", "more", "MORE...", "moer")) {
      var chat = chat().writes("x");
      assertThat(chat.writes(typed).heard()).as(typed).containsExactly(LAST);
      assertThat(page(chat)).isEqualTo(1);
      // after the last comes the first, for who asks
      assertThat(chat.writes(typed).heard()).as(typed).containsExactly(FIRST);
    }
    assertThat(chat().writes("x").tapsWithoutId("More…").heard()).containsExactly(LAST);
  }

  @Test
  void numbersAndTitlesOfAllPagesAreUnderstoodOnEach() {
    assertThat(chat().writes("x").writes("12").heard()).contains("Branch 12");
    assertThat(chat().writes("x").writes("branch 10").heard()).contains("Branch 10");
    assertThat(chat().writes("x").taps("More…").writes("2").heard()).contains("Branch 2");
  }

  @Test
  void anOptionOfAnEarlierPageIsAnAnswer() {
    var chat = chat().writes("x").taps("More…").taps("Branch 3");

    assertThat(chat.heard()).contains("Branch 3");
    assertThat(chat.at()).isEqualTo("f#next");
  }

  @Test
  void turningIsNoWrongAnswerAndAWrongOneKeepsThePage() {
    var chat = chat().writes("x").writes("?").taps("More…");

    assertThat(((Waiting.ForAnswer) chat.waiting()).wrong()).isEqualTo(1);
    assertThat(chat.writes("?").heard())
        .containsExactly("Pick one. {Branch 10 | Branch 11 | Branch 12}");
    assertThat(page(chat)).isEqualTo(1);
  }

  @Test
  void aReminderKeepsThePage() {
    var silence =
        new Exits.Silence(
            Duration.ofMinutes(10), Optional.of(FlowFixture.text("Still?")), Optional.empty());
    var chat = chat(FlowFixture.silent(silence)).writes("x").taps("More…");

    assertThat(chat.waits(Duration.ofMinutes(10)).heard())
        .containsExactly("Still? {Branch 10 | Branch 11 | Branch 12}");
  }

  @Test
  void aPageThatIsGoneIsTheFirst() {
    var chat = chat().writes("x");
    listing.becomes(Listing.branches(2));

    assertThat(chat.taps("More…").heard()).containsExactly("Which? [Branch 1 | Branch 2]");
    chat.sends(new Content.Tap(Optional.of("p1.0a1b2c3d.f.m.999"), "More…"));
    assertThat(chat.heard()).containsExactly("Which? [Branch 1 | Branch 2]");
    assertThat(page(chat)).isZero();
  }

  @Test
  void theRowOfAnOlderListLeadsToThatList() {
    var chat = chat().writes("x").taps("Branch 1").taps("More…");

    assertThat(chat.heard()).containsExactly(FIRST);
    assertThat(chat.at()).isEqualTo("f#m");
  }

  @Test
  void inANewConversationItBeginsAtThatList() {
    var chat = chat().writes("x").taps("Branch 1").taps("A");
    assertThat(chat.at()).isEqualTo("end");

    assertThat(chat.taps("More…").heard()).containsExactly(FIRST);
  }

  @Test
  void anOptionOfTheSameTitleWinsAndTheRowIsNumbered() {
    listing.becomes(
        IntStream.rangeClosed(1, 11)
            .mapToObj(it -> Listing.branch("b" + it, it == 1 ? "More…" : "Branch " + it))
            .toList());
    var chat = chat().writes("x");

    assertThat(chat.heard().getFirst()).startsWith("Which? {More… |").endsWith("| More… 2}");
    assertThat(chat.taps("More… 2").heard().getFirst()).contains("Branch 10");
    assertThat(chat.writes("More…").heard()).contains("More…");
  }

  @Test
  void sectionsKeepTheirHeadingsOnEachPage() {
    var groups =
        List.of(
            new Option.Group(Optional.of(FlowFixture.text("One")), options(1, 6)),
            new Option.Group(Optional.of(FlowFixture.text("Two")), options(7, 13)));
    var menu =
        Listing.menu(
            FlowFixture.text("Which?"),
            new Offer.Written(groups),
            Question.Shape.LIST,
            Exits.BUILT_IN);
    var chat = new Chat(fixture.step("m", menu).build());

    assertThat(sections(chat.writes("x")))
        .extracting(section -> section.title().orElseThrow() + section.choices().size())
        .containsExactly("One6", "Two4");
    assertThat(sections(chat.taps("More…")))
        .extracting(section -> section.title().orElseThrow() + section.choices().size())
        .containsExactly("Two4");
  }

  private static List<Outbound.Section> sections(Chat chat) {
    var message = chat.messages().toList().getLast().message();
    WhatsAppCheck.check(message);
    return ((Outbound.Options) message).sections();
  }

  private List<Option> options(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> fixture.option("o" + number, "Option " + number, "end"))
        .toList();
  }
}
