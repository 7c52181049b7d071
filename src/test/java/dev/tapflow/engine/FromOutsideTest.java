package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.FieldType;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FromOutsideTest {

  private static FlowFixture flows() {
    return FlowFixture.flow("main")
        .onAnyMessage()
        .team("people")
        .command("agent", "to_agent")
        .ask("q", "Well?", AnswerType.TEXT, "vars.x", "end", Exits.BUILT_IN)
        .handover("to_agent", "people", FlowFixture.HandoverExits.NONE)
        .and("offer")
        .say("say", "For you: ${vars.what}", "ask")
        .ask("ask", "Take it?", AnswerType.TEXT, "vars.taken", "end", Exits.BUILT_IN);
  }

  @Test
  void theBotSpeaksFirst() {
    var chat = new Chat(flows().build()).starts("offer", Map.of("what", "a room"));

    assertThat(chat.heard()).containsExactly("For you: a room", "Take it?");
    assertThat(chat.at()).isEqualTo("offer#ask");
  }

  @Test
  void whatTheBotWasDoingGivesWay() {
    var chat = new Chat(flows().build()).writes("hi").starts("offer", Map.of());

    assertThat(chat.heard()).containsExactly("For you:", "Take it?");
    assertThat(chat.last().superseded().orElseThrow().waiting())
        .isEqualTo(new Waiting.Over(Chat.MONDAY_AT_TEN, Waiting.Ending.SUPERSEDED));
    assertThat(chat.session().conversation().orElseThrow().ordinal()).isEqualTo(2);
  }

  @Test
  void agentsAndWhoHasOptedOutAreLeftAlone() {
    var chat = new Chat(flows().optOut("stop", "Bye.").build()).writes("hi").writes("agent");
    assertThat(chat.starts("offer", Map.of()).heard()).isEmpty();
    assertThat(chat.writes("stop").starts("offer", Map.of()).heard()).isEmpty();
    assertThat(new Chat(flows().build()).starts("nowhere", Map.of()).heard()).isEmpty();
  }

  @Test
  void contactFieldsAreChangedInTheirTypes() {
    var chat =
        new Chat(
            flows().field("note", new ContactField(FieldType.TEXT, Optional.of(5), false)).build());
    chat.meets(
        new Event.ContactChanged(
            Map.of(
                "age",
                "41",
                "visits",
                "often",
                "note",
                "much too long",
                "language",
                "fr",
                "tags",
                List.of("vip"),
                "unknown",
                1L)));

    assertThat(chat.session().customer().fields())
        .isEqualTo(Map.of("first_name", "Ana", "age", 41L, "note", "much "));
    assertThat(chat.session().customer().language()).isEqualTo("fr");
    assertThat(chat.session().customer().tags()).containsExactly("vip");
  }

  @Test
  void anAdvertisementLeadsToItsFlow() {
    var release =
        FlowFixture.flow("a")
            .onReferral()
            .say("s", "From any.", "end")
            .and("b")
            .onReferral("ad-1")
            .say("s", "From one.", "end")
            .and("c")
            .onAnyMessage()
            .onWords("hello")
            .say("s", "From none.", "end")
            .build();

    assertThat(from(release, "ad-1", "x")).containsExactly("From one.");
    assertThat(from(release, "ad-2", "x")).containsExactly("From any.");
    assertThat(from(release, "ad-1", "hello")).containsExactly("From none.");
    assertThat(new Chat(release).writes("x").heard()).containsExactly("From none.");
  }

  private static List<String> from(dev.tapflow.flow.Release release, String source, String words) {
    return new Chat(release)
        .meets(
            new Event.Message(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Event.Referral(source, Optional.empty())),
                new Content.Text(words)))
        .heard();
  }

  @Test
  void newsAreSaidOnceAtTheStartOfEachConversation() {
    var until = Chat.MONDAY_AT_TEN.plus(Duration.ofHours(1));
    var chat = new Chat(flows().notice("Strike today.", Optional.of(until)).build());

    assertThat(chat.writes("hi").heard()).containsExactly("Strike today.", "Well?");
    assertThat(chat.writes("fine").heard()).isEmpty();
    assertThat(chat.writes("hi").heard()).containsExactly("Strike today.", "Well?");
    chat.writes("fine").waits(Duration.ofHours(1));
    assertThat(chat.writes("hi").heard()).containsExactly("Well?");
  }

  @Test
  void aBoundOfAnExpressionHasAName() {
    var release = FlowFixture.flow("f").onAnyMessage().say("s", "${too_long}.", "end").build();

    assertThat(new Chat(release).writes("x").limits()).containsExactly(Trace.Limit.EXPRESSION);
  }

  @Test
  void aSavedTextIsCut() {
    var chat = new Chat(flows().build()).writes("hi").writes("é".repeat(5000));

    assertThat(chat.var("x")).isEqualTo("é".repeat(4096));
    assertThat(chat.limits()).containsExactly(Trace.Limit.VALUE_SIZE);
  }

  @Test
  void secretFieldsAreNotSeenInTraces() {
    var release =
        FlowFixture.flow("f")
            .onAnyMessage()
            .field("pin", new ContactField(FieldType.TEXT, Optional.empty(), true))
            .ask("q", "PIN?", AnswerType.TEXT, "contact.pin", "b", Exits.BUILT_IN)
            .branch("b", "contact.pin == '4711'", "s", "s")
            .say("s", "Thanks.", "end")
            .build();
    var chat = new Chat(release).writes("hi").writes("4711");

    assertThat(chat.session().customer().fields()).containsEntry("pin", "4711");
    assertThat(chat.last().trace().toString()).contains("•••").doesNotContain("typed 4711");
    assertThat(chat.reasons().getFirst()).isEqualTo("typed •••");
  }
}
