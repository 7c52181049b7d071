package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Header;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SayingTest {

  private static final String URL = "https://cdn.example/a b.png";
  private static final String ESCAPED = "https://cdn.example/a%20b.png";

  private final FlowFixture fixture = FlowFixture.flow("f").onAnyMessage();

  private Chat said(String words, Attachment.Kind kind, String url) {
    var media = new Attachment(kind, FlowFixture.text(url));
    return new Chat(
            fixture
                .step(
                    "s",
                    new Step.Say(
                        FlowFixture.text(words), Optional.of(media), fixture.target("end")))
                .build())
        .writes("x");
  }

  private static List<Outbound> messages(Chat chat) {
    var messages = chat.messages().map(Outgoing::message).toList();
    messages.forEach(WhatsAppCheck::check);
    return messages;
  }

  private static boolean failed(Chat chat) {
    return chat.last().trace().stream().anyMatch(Trace.Failed.class::isInstance);
  }

  @Test
  void mediaHasTheTextAsItsCaption() {
    assertThat(said("Look, ${contact.first_name}", Attachment.Kind.VIDEO, URL).heard())
        .containsExactly("VIDEO " + ESCAPED + ": Look, Ana");
    assertThat(said("", Attachment.Kind.DOCUMENT, URL).heard())
        .containsExactly("DOCUMENT " + ESCAPED);
  }

  @Test
  void aSoundHasNoCaptionAndALongOneGoesOnBelow() {
    assertThat(said("Listen.", Attachment.Kind.AUDIO, URL).heard())
        .containsExactly("AUDIO " + ESCAPED, "Listen.");
    var long1 = said("word ".repeat(300), Attachment.Kind.IMAGE, URL);
    assertThat(messages(long1)).hasSize(2).first().isInstanceOf(Outbound.Media.class);
    assertThat(long1.last().trace()).anyMatch(Trace.Cut.class::isInstance);
  }

  @Test
  void mediaWithoutAnAddressIsLeftOutAndThatIsNoted() {
    for (var url : List.of("${vars.none}", "nowhere", "ftp://x.example/a", "https://")) {
      var chat = said("Look.", Attachment.Kind.IMAGE, url);
      assertThat(chat.heard()).as(url).containsExactly("Look.");
      assertThat(failed(chat)).isTrue();
    }
    assertThat(said("", Attachment.Kind.IMAGE, "${vars.none}").heard()).isEmpty();
  }

  private Chat linked(String text, String url) {
    return new Chat(
            fixture
                .step(
                    "l",
                    new Step.Link(
                        FlowFixture.text(text),
                        Optional.of(new Header.Words(FlowFixture.text("Orders"))),
                        Optional.empty(),
                        FlowFixture.text(url),
                        Optional.of(FlowFixture.text("A button of more than twenty")),
                        fixture.target("t")))
                .say("t", "Next.", "end")
                .build())
        .writes("x");
  }

  @Test
  void aLinkIsAButtonThatOpensAnAddress() {
    assertThat(messages(linked("Track it", "https://shop.example/?q=é")))
        .containsExactly(
            new Outbound.Link(
                Optional.of(new Outbound.Header.Words("Orders")),
                "Track it",
                Optional.empty(),
                "A button of more th…",
                "https://shop.example/?q=%C3%A9"),
            new Outbound.Text("Next."));
    assertThat(messages(linked("word ".repeat(300), "https://shop.example"))).hasSize(3);
    var nowhere = linked("Track it", "${vars.none}");
    assertThat(nowhere.heard()).containsExactly("Track it", "Next.");
    assertThat(failed(nowhere)).isTrue();
  }

  private Chat headed(String url, Option... options) {
    var menu =
        new Question.Menu(
            FlowFixture.text("Pick"),
            Optional.of(
                new Header.Media(new Attachment(Attachment.Kind.IMAGE, FlowFixture.text(url)))),
            Optional.empty(),
            Optional.empty(),
            new Offer.Written(List.of(new Option.Group(Optional.empty(), List.of(options)))),
            Question.Shape.AUTO,
            Optional.empty(),
            fixture.target("end"),
            Exits.BUILT_IN,
            false);
    return new Chat(fixture.step("m", menu).build()).writes("x");
  }

  @Test
  void mediaStandsAboveButtonsAndBeforeAList() {
    var a = fixture.option("a", "A", "end");
    assertThat(messages(headed(URL, a)).getFirst())
        .isInstanceOfSatisfying(
            Outbound.Buttons.class,
            it -> assertThat(it.header()).contains(new Outbound.Header.Picture(ESCAPED)));

    var longer = fixture.option("b", "Longer than a button is", "end");
    assertThat(headed(URL, a, longer).heard())
        .containsExactly("IMAGE " + ESCAPED, "Pick {A | Longer than a button is}");
    var none = headed("${vars.none}", a);
    assertThat(none.heard()).containsExactly("Pick [A]");
    assertThat(failed(none)).isTrue();
  }
}
