package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageTest {

  private final FlowFixture fixture = FlowFixture.flow("f").onAnyMessage();

  private static Text text(String english, String french) {
    return FlowFixture.text(english).translated("fr", FlowFixture.text(french).parts());
  }

  private Option option(String id, Text title, String... also) {
    return new Option(
        id,
        title,
        Optional.empty(),
        List.of(also),
        Optional.empty(),
        List.of(),
        fixture.target("end"),
        Optional.empty(),
        false);
  }

  private Chat chat() {
    var chat =
        new Chat(
            fixture
                .menu(
                    "m",
                    "Pick",
                    new Exits(
                        new Exits.Wrong(List.of(text("Tap one.", "Touchez.")), 3, Optional.empty()),
                        Optional.empty(),
                        Exits.Stale.REROUTE,
                        new Exits.Undelivered.Hold()),
                    option("orders", text("My orders", "Mes commandes"), "parcel", "colis"))
                .build());
    return chat.speaks("fr-CA");
  }

  @Test
  void titlesAndWordsAreInTheContactsLanguage() {
    var chat = chat();

    assertThat(chat.writes("x").heard()).containsExactly("Pick [Mes commandes]");
    assertThat(chat.writes("?").heard()).containsExactly("Touchez. [Mes commandes]");
  }

  @Test
  void titlesOfThatLanguageAndSynonymsOfAllAreUnderstood() {
    for (var typed : List.of("mes commandes", "mes", "parcel", "colis")) {
      assertThat(chat().writes("x").writes(typed).at()).as(typed).isEqualTo("end");
    }
    assertThat(chat().writes("x").writes("my orders").at()).isEqualTo("f#m");
  }
}
