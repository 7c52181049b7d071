package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Question;
import dev.tapflow.message.Content;
import dev.tapflow.message.Outgoing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataMenuTest {

  private final Listing listing =
      new Listing(List.of(Listing.branch("n", "North"), Listing.branch("s", "South")));

  private static FlowFixture fixture() {
    return FlowFixture.flow("f").onAnyMessage();
  }

  private static FlowFixture with(FlowFixture fixture, dev.tapflow.flow.Offer offer) {
    return fixture
        .step(
            "m",
            Listing.menu(
                FlowFixture.text("Which?"), offer, Question.Shape.AUTO, fixture.wrong(3, "")))
        .say("chosen", "${vars.branch} ${vars.seen} ${input.option} ${input.title}", "end")
        .say("elsewhere", "Elsewhere: ${vars.branch}", "end")
        .say("none", "None near you.", "end");
  }

  private Chat plain() {
    var fixture = fixture();
    return listing.chat(with(fixture, Listing.offer(fixture)));
  }

  @Test
  void eachElementIsAnOptionAndTheElementItselfIsKept() {
    var chat = plain();

    assertThat(chat.writes("x").heard()).containsExactly("Which? [North | South]");
    chat.taps("South");
    assertThat(chat.var("branch")).isEqualTo(Map.of("code", "s", "name", "South"));
    assertThat(chat.heard().getFirst()).endsWith(" s South");
    var input = chat.session().conversation().orElseThrow().input();
    assertThat(input.value()).isEqualTo(chat.var("branch"));
  }

  @Test
  void theElementIsInSightOfValueAndSet() {
    var fixture = fixture();
    var offer =
        Listing.offer(
            fixture,
            Optional.empty(),
            Optional.of("${branch.code}"),
            List.of(FlowFixture.assignment("vars.seen", "${branch.name}")));
    var chat = listing.chat(with(fixture, offer));

    assertThat(chat.writes("x").taps("South").heard()).containsExactly("s South 2 South");
  }

  @Test
  void moreOptionsFollowTheListsOwnAndAreNumberedOn() {
    var fixture = fixture();
    var more = fixture.option("other", "Somewhere else", "elsewhere", "elsewhere");
    var chat = listing.chat(with(fixture, Listing.offer(fixture, more)));

    assertThat(chat.writes("x").heard()).containsExactly("Which? [North | South | Somewhere else]");
    assertThat(chat.writes("3").heard()).containsExactly("Elsewhere: other");
    assertThat(chat.writes("x").writes("sout").heard().getFirst()).endsWith("s South");
  }

  @Test
  void whereNothingIsOfferedItGoesOnElsewhere() {
    for (var nothing : new Object[] {null, List.of()}) {
      listing.becomes(nothing);
      var chat = plain();

      assertThat(chat.writes("x").heard()).containsExactly("None near you.");
      assertThat(chat.at()).isEqualTo("end");
      assertThat(chat.reasons()).contains("there is nothing to choose from");
    }
    listing.becomes("no list");
    var chat = plain().writes("x");
    assertThat(chat.heard()).containsExactly("None near you.");
    assertThat(chat.last().trace())
        .anyMatch(it -> it instanceof Trace.Failed failed && failed.why().contains("no list"));
  }

  @Test
  void anEmptyListIsEmptyThoughOtherOptionsFollowIt() {
    listing.becomes(List.of());
    var fixture = fixture();
    var more = fixture.option("other", "Somewhere else", "elsewhere");

    assertThat(listing.chat(with(fixture, Listing.offer(fixture, more))).writes("x").heard())
        .containsExactly("None near you.");
  }

  @Test
  void aListThatHasBecomeEmptyIsLeftWhenTheQuestionIsPutAgain() {
    var chat = plain().writes("x");
    listing.becomes(List.of());

    assertThat(chat.writes("nonsense").heard()).containsExactly("None near you.");
  }

  @Test
  void aTapIsComparedWithTheListAsItIsNow() {
    var chat = plain().writes("x");
    listing.becomes(List.of(Listing.branch("w", "West"), Listing.branch("s", "South (new)")));

    assertThat(chat.taps("North").heard()).containsExactly("Which? [West | South (new)]");
    var south = new Content.Tap(Optional.of("o1.0a1b2c3d.f.m.s"), "South");
    assertThat(chat.sends(south).heard().getFirst()).endsWith("s South (new)");
  }

  @Test
  void aNumberAloneIsNoNameOnceTheListHasChanged() {
    var fixture = fixture();
    var offer = Listing.offer(fixture, Optional.empty(), Optional.empty(), List.of());
    var chat = listing.chat(with(fixture, offer)).writes("x");
    listing.becomes(List.of(Listing.branch("w", "West"), Listing.branch("n", "North")));

    assertThat(chat.taps("South").heard()).containsExactly("Which? [West | North]");
    chat.sends(new Content.Tap(Optional.of("o1.0a1b2c3d.f.m.1"), "North"));
    assertThat(chat.var("branch")).isEqualTo(Listing.branch("n", "North"));
  }

  @Test
  void idsFromDataAlwaysFitAndAreTheirOwn() {
    var codes =
        List.of("same", "same", " same\n", "", ".. ", "x".repeat(500), "x".repeat(501), "a\u2028b");
    listing.becomes(codes.stream().map(code -> Listing.branch(code, "T " + code)).toList());
    var fixture = fixture();
    var chat =
        listing.chat(with(fixture, Listing.offer(fixture, fixture.option("same-2", "S", "end"))));

    chat.writes("x");

    chat.messages().map(Outgoing::message).forEach(WhatsAppCheck::check);
    var ids = Chat.choices(chat.messages().toList().getLast().message());
    assertThat(ids).hasSize(9);
    assertThat(ids.stream().map(it -> it.id().substring("o1.0a1b2c3d.f.m.".length())).limit(5))
        .containsExactly("same", "same-3", "same-4", "4", "5");
    assertThat(ids.getLast().id()).endsWith(".same-2");
    assertThat(chat.taps("T " + "x".repeat(21) + "…").at()).isEqualTo("end");
  }

  @Test
  void equalTitlesAreNumberedAndUnderstoodAsTheyAreShown() {
    listing.becomes(List.of(Listing.branch("a", "Main St"), Listing.branch("b", "Main St")));
    var chat = plain();

    assertThat(chat.writes("x").heard()).containsExactly("Which? [Main St | Main St 2]");
    assertThat(chat.writes("main st").heard().getFirst()).endsWith("a Main St");
    assertThat(chat.writes("x").writes("main st 2").heard().getFirst()).endsWith("b Main St 2");
  }

  @Test
  void anElementThatIsNothingCanStillBeChosen() {
    listing.becomes(new ArrayList<>(Collections.singletonList(null)));
    var chat = plain();

    assertThat(chat.writes("x").heard()).containsExactly("Which? [1]");
    assertThat(chat.writes("1").at()).isEqualTo("end");
    assertThat(chat.session().conversation().orElseThrow().vars()).doesNotContainKey("branch");
  }

  @Test
  void anEndlessListIsCutAndThatIsNoted() {
    listing.becomes(Listing.branches(5000));
    var chat = plain().writes("x");

    assertThat(chat.writes("1000").at()).isEqualTo("end");
    assertThat(chat.last().trace())
        .anyMatch(it -> it instanceof Trace.Cut cut && cut.what().equals("options beyond 1000"));
    assertThat(chat.writes("x").writes("1001").heard()).hasSize(1);
    assertThat(chat.at()).isEqualTo("f#m");
  }

  @Test
  void anOldTapOnOptionsFromDataEntersTheMenuWhereTheListIsGone() {
    var chat = plain().writes("x").taps("South");
    listing.becomes(List.of(Listing.branch("w", "West")));

    assertThat(chat.taps("South").heard()).containsExactly("Which? [West]");
  }
}
