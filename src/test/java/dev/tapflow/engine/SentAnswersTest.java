package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Expression;
import dev.tapflow.message.Content;
import dev.tapflow.message.Content.MediaKind;
import dev.tapflow.message.Outbound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentAnswersTest {

  private static Chat asking(AnswerType type, Check... checks) {
    var fixture = FlowFixture.flow("f").onAnyMessage();
    return new Chat(
            fixture
                .ask("q", "Send it.", type, "vars.it", "end", fixture.wrong(9, "", "No."), checks)
                .build())
        .writes("x");
  }

  private static Content media(MediaKind kind) {
    return new Content.Media(kind, "77", Optional.of("front"), Optional.of("a.pdf"));
  }

  private static String kind(Chat chat) {
    return chat.session().conversation().orElseThrow().input().kind();
  }

  @Test
  void aPlaceIsAskedForByItsOwnMessageAndKeptAsAMap() {
    var chat = asking(AnswerType.LOCATION);
    var home = new Content.Location(48.8, 2.3, Optional.of("Home"), Optional.empty());

    assertThat(chat.messages().toList().getFirst().message())
        .isEqualTo(new Outbound.LocationRequest("Send it."));
    assertThat(chat.writes("Paris").heard()).containsExactly("No.");
    assertThat(kind(chat)).isEqualTo("text");
    assertThat(chat.sends(home).at()).isEqualTo("end");
    assertThat(chat.var("it"))
        .isEqualTo(Map.of("latitude", 48.8, "longitude", 2.3, "name", "Home"));
  }

  @Test
  void aPictureAndADocumentAreTwoThings() {
    var picture = asking(AnswerType.IMAGE);
    assertThat(picture.sends(media(MediaKind.DOCUMENT)).heard()).containsExactly("No.");
    assertThat(kind(picture)).isEqualTo("document");
    assertThat(picture.sends(media(MediaKind.IMAGE)).at()).isEqualTo("end");
    var kept = Map.of("id", "77", "caption", "front", "file_name", "a.pdf");
    assertThat(picture.var("it")).isEqualTo(kept);

    var document = asking(AnswerType.DOCUMENT);
    assertThat(document.sends(media(MediaKind.IMAGE)).heard()).containsExactly("No.");
    assertThat(document.sends(media(MediaKind.DOCUMENT)).var("it")).isEqualTo(kept);
  }

  @Test
  void ofSeveralCardsTheFirstIsKept() {
    var chat = asking(AnswerType.CONTACT);

    assertThat(chat.sends(new Content.Contacts(List.of())).heard()).containsExactly("No.");
    chat.sends(
        new Content.Contacts(
            List.of(
                new Content.Contacts.Card("Ben", List.of("+34600000002")),
                new Content.Contacts.Card("Cleo", List.of()))));
    assertThat(chat.var("it")).isEqualTo(Map.of("name", "Ben", "phones", List.of("+34600000002")));
  }

  @Test
  void conditionsLookAtWhatWasSentAndPatternsDoNot() {
    var near =
        new Check.Holds(
            new Expression("input.kind == 'location'"), Optional.of(FlowFixture.text("Too far.")));
    var far =
        new Check.Holds(
            new Expression("input.kind == 'moon'"), Optional.of(FlowFixture.text("Too near.")));
    var pattern = new Check.Matches("never", Optional.empty());
    var home = new Content.Location(1, 2, Optional.empty(), Optional.empty());

    assertThat(asking(AnswerType.LOCATION, near, pattern).sends(home).at()).isEqualTo("end");
    var refused = asking(AnswerType.LOCATION, far).sends(home);
    assertThat(refused.heard()).containsExactly("Too near.");
    assertThat(refused.session().conversation().orElseThrow().input().value()).isNull();
  }
}
