package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetaEnvelopeTest {

  private static final CustomerNumber ANA = new CustomerNumber("+34600000001");
  private static final WebhookTarget TARGET =
      new WebhookTarget(null, "secret", "1055", "34910000000", true, true, Duration.ZERO);

  @Test
  void signsAsMetasVectorSays() {
    assertThat(MetaSignature.of("secret", "test".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914");
  }

  @Test
  void writesEveryCharacterBeyondAsciiAsALowerCaseEscape() {
    var bytes = MetaEnvelope.bytes(Json.object().put("body", "ä€👍 \"a\\b\""));
    assertThat(new String(bytes, StandardCharsets.US_ASCII))
        .isEqualTo("{\"body\":\"\\u00e4\\u20ac\\ud83d\\udc4d \\\"a\\\\b\\\"\"}");
  }

  @Test
  void wrapsAMessageWithItsSender() {
    var message = Json.object().put("from", ANA.waId()).put("type", "text");
    assertThat(MetaEnvelope.ofMessage(TARGET, ANA, "Ana", message).toString())
        .isEqualTo(
            """
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[\
            {"field":"messages","value":{"messaging_product":"whatsapp",\
            "metadata":{"display_phone_number":"34910000000","phone_number_id":"1055"},\
            "contacts":[{"profile":{"name":"Ana"},"wa_id":"34600000001"}],\
            "messages":[{"from":"34600000001","type":"text"}]}}]}]}""");
  }

  @Test
  void leavesTheContactOutOfASystemMessage() {
    var message = Json.object().put("type", "system");
    assertThat(MetaEnvelope.ofMessage(TARGET, ANA, "Ana", message).findValue("contacts")).isNull();
  }

  @Test
  void masksItsNumbers() {
    assertThat(ANA.toString()).isEqualTo("+346…01");
  }
}
