package dev.tapflow.drill.malformed;

import java.util.List;
import java.util.stream.Stream;

/** Whole webhooks with every kind of message (source: WhatsApp's webhook reference). */
final class Seeds {

  private static final List<String> CONTENTS =
      List.of(
          "\"type\":\"text\",\"text\":{\"body\":\"hi\"}",
          """
          "type":"interactive","context":{"from":"34910000000","id":"wamid.OUT9"},
          "interactive":{"type":"button_reply","button_reply":{"id":"o1.0123abcd.support.main_menu.orders","title":"My orders"}}\
          """,
          """
          "type":"interactive","interactive":{"type":"list_reply",
          "list_reply":{"id":"p1.0123abcd.support.main_menu.1","title":"More","description":"Next"}}\
          """,
          """
          "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent",
          "response_json":"{\\"flow_token\\":\\"f1.0123abcd.orders.return_form.1\\",\\"pieces\\":2,\\"why\\":[\\"old\\"]}"}}\
          """,
          "\"type\":\"button\",\"button\":{\"payload\":\"m1.0123abcd\",\"text\":\"Menu\"}",
          """
          "type":"image","image":{"id":"1","mime_type":"image/jpeg","sha256":"x","caption":"a","url":"https://x"}\
          """,
          "\"type\":\"document\",\"document\":{\"id\":\"2\",\"filename\":\"bill.pdf\"}",
          "\"type\":\"audio\",\"audio\":{\"id\":\"3\",\"voice\":true}",
          "\"type\":\"sticker\",\"sticker\":{\"id\":\"4\",\"animated\":false}",
          """
          "type":"location","location":{"latitude":48.85,"longitude":2.35,"name":"Here","address":"1 rue X"}\
          """,
          """
          "type":"contacts","contacts":[{"name":{"formatted_name":"Ben B","first_name":"Ben"},
          "phones":[{"phone":"+44 7700 900123","wa_id":"447700900123"}]}]\
          """,
          """
          "type":"order","order":{"catalog_id":"1","text":"please","product_items":[
          {"product_retailer_id":"decaf","quantity":2,"item_price":9.5,"currency":"EUR"}]}\
          """,
          "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.OUT9\",\"emoji\":\"\\ud83d\\udc4d\"}",
          """
          "type":"system","system":{"body":"Ana changed","wa_id":"34600000009","type":"user_changed_number"}\
          """,
          """
          "type":"unsupported","errors":[{"code":131051,"title":"Unsupported"}],"unsupported":{"type":"poll"}\
          """);

  private static final String STATUSES =
      """
      "statuses":[{"id":"wamid.OUT9","status":"failed","timestamp":"%1$d","recipient_id":"34600000001",
      "errors":[{"code":131047,"title":"Re-engagement message","message":"m","error_data":{"details":"more than 24 hours"}}]},
      {"id":"wamid.OUT8","status":"delivered","timestamp":"%1$d","recipient_user_id":"ES.777",
      "pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}},
      {"id":"wamid.OUT7","status":"played","timestamp":"%1$d"}]\
      """;

  private static final String ERRORS =
      "\"errors\":[{\"code\":130429,\"title\":\"Rate limit hit\"}]";

  private static final String TWO_CUSTOMERS =
      """
      "contacts":[{"profile":{"name":"Ben"},"wa_id":"447700900123"},
      {"profile":{"username":"zoe.z"},"user_id":"ES.777"}],
      "messages":[{"from":"447700900123","id":"wamid.A","timestamp":"%1$d","type":"text","text":{"body":"hi"},
      "referral":{"source_type":"ad","source_id":"1","source_url":"https://x","headline":"h","ctwa_clid":"c"}},
      {"from_user_id":"ES.777","id":"wamid.B","timestamp":"%1$d","type":"text","text":{"body":"hola"}}]\
      """;

  private Seeds() {}

  /** Meta's webhooks, as if they were sent at this second. */
  static List<String> meta(long epochSecond) {
    return Stream.concat(
            CONTENTS.stream().map(content -> message(content, epochSecond)),
            Stream.of(STATUSES, ERRORS, TWO_CUSTOMERS).map(it -> it.formatted(epochSecond)))
        .map(Seeds::envelope)
        .toList();
  }

  /** Our own JSON, as if it were sent at this second. */
  static List<String> replies(long epochSecond) {
    return Stream.of(
            """
            {"id":"r-1","phone":"+34600000001","timestamp":%1$d,"reply":{"id":"yes","title":"Yes"}}\
            """,
            """
            [{"id":"a","phone":"+34600000001","timestamp":"%1$d","text":"hi"},
            {"id":"b","phone":"+447700900123","timestamp":%1$d.5,"text":"h\\u00e9"},
            {"id":"c","phone":"+34600000002","timestamp":"2026-01-05T10:00:00+01:00","text":"hi","x":null}]\
            """)
        .map(it -> it.formatted(epochSecond))
        .toList();
  }

  private static String message(String content, long epochSecond) {
    return """
    "contacts":[{"profile":{"name":"Ana","username":"ana.x"},"wa_id":"34600000001","user_id":"ES.13491208"}],
    "messages":[{"from":"34600000001","from_user_id":"ES.13491208","id":"wamid.IN1","timestamp":"%d",%s}]\
    """
        .formatted(epochSecond, content);
  }

  private static String envelope(String value) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"WABA-ID","changes":[{"field":"messages","value":{
    "messaging_product":"whatsapp",
    "metadata":{"display_phone_number":"34910000000","phone_number_id":"1055"},%s}}]}]}\
    """
        .formatted(value);
  }
}
