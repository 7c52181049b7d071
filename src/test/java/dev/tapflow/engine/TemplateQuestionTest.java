package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateQuestionTest {

  private final FlowFixture fixture = FlowFixture.flow("f").onAnyMessage();

  private static TemplateCall call(Optional<Attachment> media) {
    return new TemplateCall(
        "come_back",
        Optional.empty(),
        List.of(),
        List.of(FlowFixture.text("${contact.first_name}")),
        List.of(),
        media);
  }

  private Chat chat(Exits exits) {
    var hidden =
        new Option(
            "secret",
            FlowFixture.text("Secret"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            fixture.target("end"),
            Optional.empty(),
            true);
    return new Chat(
        fixture
            .step(
                "ask",
                new Question.AskByTemplate(
                    call(Optional.empty()),
                    List.of(
                        fixture.option("yes", "Yes, go on please, thank you", "more", "ok"),
                        fixture.option("no", "No", "end"),
                        hidden),
                    Optional.of(FlowFixture.variable("vars.answer")),
                    fixture.target("end"),
                    exits,
                    false))
            .say("more", "More then: ${vars.answer}", "end")
            .build());
  }

  private Chat asked() {
    return chat(fixture.wrong(3, "", "Yes or no?")).writes("x");
  }

  private static Outbound.Template sent(Chat chat) {
    var message = chat.messages().toList().getLast().message();
    WhatsAppCheck.check(message);
    return (Outbound.Template) message;
  }

  @Test
  void itsQuickRepliesCarryTheIdsOfTheOptions() {
    var template = sent(asked());

    assertThat(template.values().body()).containsExactly("Ana");
    assertThat(template.replies())
        .extracting(Outbound.Choice::id)
        .containsExactly("o1.0a1b2c3d.f.ask.yes", "o1.0a1b2c3d.f.ask.no");
    assertThat(template.replies().getFirst().title()).isEqualTo("Yes, go on please, thank you");
  }

  @Test
  void itIsAnsweredByIdByTitleAndByWords() {
    var more = "More then: yes";
    assertThat(asked().taps("Yes, go on please, thank you").heard()).containsExactly(more);
    assertThat(asked().tapsWithoutId("Yes, go on please, thank you").heard()).containsExactly(more);
    for (var typed : List.of("yes", "1", "ok", "yes, go on")) {
      assertThat(asked().writes(typed).heard()).as(typed).containsExactly(more);
    }
    assertThat(asked().writes("secret").at()).isEqualTo("end");
    var payload = new Content.Tap(Optional.of("No"), "No");
    assertThat(asked().sends(payload).at()).isEqualTo("end");
  }

  @Test
  void wrongWordsGoAloneAndWithoutThemTheTemplateGoesAgain() {
    assertThat(asked().writes("maybe").heard()).containsExactly("Yes or no?");
    assertThat(chat(Exits.BUILT_IN).writes("x").writes("maybe").heard())
        .containsExactly("come_back/5512");
  }

  @Test
  void aValueIsOneLineAndNeverEmpty() {
    var call =
        new TemplateCall(
            "come_back",
            Optional.empty(),
            List.of(),
            List.of(FlowFixture.text(" two\n  lines\t"), FlowFixture.text("${vars.none}")),
            List.of(FlowFixture.text("${vars.none}")),
            Optional.empty());
    var chat =
        new Chat(fixture.step("a", new Step.SendTemplate(call, fixture.target("end"))).build())
            .writes("x");

    assertThat(sent(chat).values())
        .isEqualTo(new Outbound.TemplateValues(List.of(), List.of("two lines", "…"), List.of("")));
  }

  @Test
  void itIsSentOutsideTheWindowToo() {
    var silence =
        new Exits.Silence(
            Duration.ofHours(30),
            Optional.empty(),
            Optional.of(
                new Exits.GiveUp(Optional.empty(), Optional.empty(), fixture.target("ask"))));
    var chat = chat(FlowFixture.silent(silence)).writes("x");
    chat.meets(new Event.WindowClosed(List.of(Purpose.REMINDER), true));

    assertThat(chat.waits(Duration.ofHours(30)).heard()).containsExactly("come_back/5512");
  }

  @Test
  void aTemplateCarriesTheMediaOfItsHeaderAndDoesWithoutWhereThereIsNone() {
    var picture =
        new Attachment(Attachment.Kind.IMAGE, FlowFixture.text("https://x.example/a.png"));
    var none = new Attachment(Attachment.Kind.IMAGE, FlowFixture.text("${vars.none}"));
    var chat =
        new Chat(
            fixture
                .step("a", new Step.SendTemplate(call(Optional.of(picture)), fixture.target("b")))
                .step("b", new Step.SendTemplate(call(Optional.of(none)), fixture.target("end")))
                .build());

    assertThat(chat.writes("x").messages().map(it -> ((Outbound.Template) it.message()).header()))
        .containsExactly(
            Optional.of(new Outbound.Header.Picture("https://x.example/a.png")), Optional.empty());
    assertThat(chat.last().trace()).anyMatch(Trace.Failed.class::isInstance);
  }
}
