package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.message.Content;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormTest {

  private final FlowFixture fixture = FlowFixture.flow("f").onAnyMessage();

  private static Question.Form form(FlowFixture fixture, String next, Exits exits) {
    var data = new LinkedHashMap<String, ValueTree>();
    data.put("name", new ValueTree.Leaf(FlowFixture.text("${contact.first_name}")));
    data.put("limit", new ValueTree.Leaf(FlowFixture.text("${bot.limit}")));
    data.put("unset", new ValueTree.Leaf(FlowFixture.text("${vars.none}")));
    data.put(
        "days",
        new ValueTree.Items(
            List.of(
                new ValueTree.Leaf(FlowFixture.text("Mon")),
                new ValueTree.Leaf(FlowFixture.text("${vars.none}")))));
    return new Question.Form(
        FlowFixture.text("Book a visit"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(FlowFixture.text("Book")),
        FlowFixture.text("991122"),
        Optional.of(FlowFixture.text("DATES")),
        data,
        Optional.of(FlowFixture.variable("vars.visit")),
        fixture.target(next),
        exits,
        false);
  }

  private Chat chat(Exits exits) {
    return new Chat(
        fixture
            .step("book", form(fixture, "next", fixture.wrong(3, "", "Please fill it in.")))
            .menu("next", "Next?", exits, fixture.option("a", "A", "other"))
            .step("other", form(fixture, "end", Exits.BUILT_IN))
            .build());
  }

  private static Content answer(String token) {
    return new Content.FormAnswer("flow", Optional.of(token), Map.of("city", "Madrid"));
  }

  @Test
  void opensWithItsDataAndATokenThatNamesStepAndConversation() {
    var sent = chat(Exits.BUILT_IN).writes("x").messages().map(Outgoing::message).toList();

    assertThat(sent)
        .containsExactly(
            new Outbound.Form(
                Optional.empty(),
                "Book a visit",
                Optional.empty(),
                "Book",
                "991122",
                "f1.0a1b2c3d.f.book.1",
                Optional.of("DATES"),
                Map.of("name", "Ana", "limit", 5L, "days", List.of("Mon"))));
    sent.forEach(WhatsAppCheck::check);
  }

  @Test
  void itsAnswerIsKeptAsAMap() {
    var chat = chat(Exits.BUILT_IN).writes("x").sends(answer("f1.0a1b2c3d.f.book.1"));

    assertThat(chat.at()).isEqualTo("f#next");
    assertThat(chat.var("visit")).isEqualTo(Map.of("city", "Madrid"));
    assertThat(chat.session().conversation().orElseThrow().input().value())
        .isEqualTo(Map.of("city", "Madrid"));
  }

  @Test
  void anythingElseIsWrongAndTheWordsGoAlone() {
    var chat = chat(Exits.BUILT_IN).writes("x");

    assertThat(chat.writes("Madrid").heard()).containsExactly("Please fill it in.");
    assertThat(chat.sends(new Content.Unsupported("form")).heard())
        .containsExactly("Please fill it in.");
    var nameless = new Content.FormAnswer("flow", Optional.empty(), Map.of());
    assertThat(((Waiting.ForAnswer) chat.waiting()).wrong()).isEqualTo(2);
    chat.sends(nameless);
    assertThat(((Waiting.ForAnswer) chat.waiting()).wrong()).isZero();
    assertThat(chat.at()).isEqualTo("f#book");
  }

  @Test
  void theFormOfAnOlderStepLeadsWhereItLed() {
    var chat = chat(Exits.BUILT_IN).writes("x").sends(answer("f1.0a1b2c3d.f.book.1")).taps("A");
    chat.sends(answer("f1.0a1b2c3d.f.book.1"));

    assertThat(chat.heard()).containsExactly("Next? [A]");
    assertThat(chat.reasons()).containsExactly("sent a form of an older message");
  }

  @Test
  void orIsIgnoredOrAskedAgain() {
    var expired = chat(FlowFixture.stale(Exits.Stale.EXPIRED));
    expired.writes("x").sends(answer("f1.0a1b2c3d.f.book.1")).sends(answer("f1.0a1b2c3d.f.book.1"));
    assertThat(expired.heard()).isEmpty();

    var again = chat(FlowFixture.stale(Exits.Stale.ASK_AGAIN));
    again.writes("x").sends(answer("f1.0a1b2c3d.f.book.1")).sends(answer("f1.0a1b2c3d.f.other.1"));
    assertThat(again.heard()).containsExactly("Next? [A]");
  }

  @Test
  void theFormOfAnOlderConversationIsNeverTheAnswer() {
    var chat = chat(Exits.BUILT_IN).writes("x");
    chat.sends(answer("f1.0a1b2c3d.f.book.7"));

    assertThat(chat.heard()).containsExactly("Book a visit <Book>");
    assertThat(chat.session().conversation().orElseThrow().vars()).doesNotContainKey("visit");
    assertThat(((Waiting.ForAnswer) chat.waiting()).wrong()).isZero();
  }

  @Test
  void aFormThatComesBackLateBeginsAConversation() {
    var chat = chat(Exits.BUILT_IN).sends(answer("f1.ffffffff.f.book.1"));

    assertThat(chat.heard()).containsExactly("Next? [A]");
    assertThat(chat.var("visit")).isEqualTo(Map.of("city", "Madrid"));
  }
}
