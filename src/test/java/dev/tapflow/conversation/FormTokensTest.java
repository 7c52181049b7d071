package dev.tapflow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.ReplyId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what was signed for this contact is believed. */
class FormTokensTest {

  private static final ContactKey ANA = ContactKey.parse("main/+34600000001");
  private static final ContactKey BEN = ContactKey.parse("main/+34600000002");
  private static final String TOKEN = new ReplyId.Form("0a1b2c3d", "booking", "details", 4).text();

  private final FormTokens tokens = new FormTokens(new byte[32]);

  @Test
  void whatWasSignedComesBackAsItWasBefore() {
    assertThat(tokens.checked(ANA, answer(signed()))).isEqualTo(answer(TOKEN));
  }

  @Test
  void anotherContactCannotUseIt() {
    assertThat(tokens.checked(BEN, answer(signed()))).isEqualTo(new Content.Unsupported("form"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "f1.0a1b2c3d.booking.details.4", "f1.0a1b2c3d.booking.details.5.AAAA"})
  void aTokenThatWasNotSignedIsNone(String token) {
    assertThat(tokens.checked(ANA, answer(token))).isEqualTo(new Content.Unsupported("form"));
  }

  @Test
  void aChangedTokenIsNone() {
    assertThat(tokens.checked(ANA, answer(signed().replace("details", "payment"))))
        .isEqualTo(new Content.Unsupported("form"));
  }

  @Test
  void otherMessagesStayAsTheyAre() {
    var text = new Content.Text("f1.0a1b2c3d.booking.details.4");

    assertThat(tokens.checked(ANA, text)).isEqualTo(text);
    assertThat(tokens.signed(ANA, new Outbound.Text("hi"))).isEqualTo(new Outbound.Text("hi"));
  }

  private String signed() {
    var form =
        new Outbound.Form(
            Optional.empty(), "?", Optional.empty(), "Go", "77", TOKEN, Optional.empty(), Map.of());
    return ((Outbound.Form) tokens.signed(ANA, form)).token();
  }

  private static Content answer(String token) {
    return new Content.FormAnswer("flow", Optional.of(token), Map.of("city", "Bonn"));
  }
}
