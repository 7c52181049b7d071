package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCheckTest {

  private final TemplateCatalogue catalogue = new TemplateCatalogue();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | {'destination_phone':'+34600000001'}",
        "0 | {'destination_phone':'+34600000001','open_intercom_conversation':'off','intercom_teammate_id':7}",
        "1 | {}",
        "2 | {'destination_phone':34600000001}",
        "5 | {'destination_phone':'34600000001'}",
        "5 | {'destination_phone':'+0600000001'}",
        "2 | {'destination_phone':'+34600000001','open_intercom_conversation':'maybe'}",
        "2 | {'destination_phone':'+34600000001','intercom_teammate_id':{}}",
        "2 | {'destination_phone':'+34600000001','destination_user_name':7}",
      })
  void looksAtTheFieldsAroundTheVariables(int code, String request) {
    assertThat(code(5512, request)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | {'destination_phone':'+34600000001'}",
        "2 | {'destination_phone':'+34600000001','header_attachment_url':'x'}",
        "2 | {'destination_phone':'+34600000001','header_attachment_url':'https://10.0.0.1/x.png'}",
        "0 | {'destination_phone':'+34600000001','header_attachment_url':'https://cdn.example/x.png'}",
      })
  void wantsTheAttachmentOfAMediaHeader(int code, String request) {
    assertThat(code(5514, request)).isEqualTo(code);
  }

  /** 0 when it is not refused. */
  private int code(int template, String request) {
    var part = Part.root(Json.object(request.replace('\'', '"')).orElseThrow());
    return TemplateCheck.refusalOf(part, catalogue.find(template).orElseThrow())
        .map(Refusal::code)
        .orElse(0);
  }
}
