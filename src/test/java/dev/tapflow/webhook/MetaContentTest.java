package dev.tapflow.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tapflow.message.Content;
import dev.tapflow.message.Content.MediaKind;
import dev.tapflow.message.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of message that WhatsApp documents, whole, maimed and unheard of. */
class MetaContentTest {

  @ParameterizedTest
  @MethodSource
  void reads(String message, Content content) {
    assertThat(read(message)).isEqualTo(content);
  }

  static Stream<Arguments> reads() {
    return Stream.of(
        arguments(
            """
            {"type":"text","text":{"body":"hi"}}""",
            new Content.Text("hi")),
        arguments(
            """
            {"type":"text","text":{"body":"Gr\\u00fc\\u00dfe \\ud83d\\ude00\\u0000\\ud83d!"}}""",
            new Content.Text("Grüße 😀\uFFFD\uFFFD!")),
        arguments(
            """
            {"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"yes","title":"Yes"}}}""",
            new Content.Tap(Optional.of("yes"), "Yes")),
        arguments(
            """
            {"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"m","title":"Mon","description":"d"}}}""",
            new Content.Tap(Optional.of("m"), "Mon")),
        arguments(
            """
            {"type":"interactive","interactive":{"type":"button_reply","button_reply":{"title":"Yes"}}}""",
            new Content.Tap(Optional.empty(), "Yes")),
        arguments(
            """
            {"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":
             {"name":"flow","body":"Sent","response_json":"{\\"flow_token\\":\\"t\\",\\"city\\":\\"Bonn\\"}"}}}""",
            new Content.FormAnswer("flow", Optional.of("t"), Map.of("city", "Bonn"))),
        arguments(
            """
            {"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":
             {"name":"address_message","response_json":"{}"}}}""",
            new Content.FormAnswer("address_message", Optional.empty(), Map.of())),
        arguments(
            """
            {"type":"button","context":{"id":"wamid.1"},"button":{"payload":"o1.x","text":"Come back"}}""",
            new Content.Tap(Optional.of("o1.x"), "Come back")),
        arguments(
            """
            {"type":"button","button":{"text":"Come back"}}""",
            new Content.Tap(Optional.empty(), "Come back")),
        arguments(
            """
            {"type":"image","image":{"id":"77","mime_type":"image/jpeg","sha256":"x","caption":"my cat","url":"https://x"}}""",
            new Content.Media(MediaKind.IMAGE, "77", Optional.of("my cat"), Optional.empty())),
        arguments(
            """
            {"type":"video","video":{"id":"78"}}""",
            new Content.Media(MediaKind.VIDEO, "78", Optional.empty(), Optional.empty())),
        arguments(
            """
            {"type":"document","document":{"id":"79","filename":"a.pdf"}}""",
            new Content.Media(MediaKind.DOCUMENT, "79", Optional.empty(), Optional.of("a.pdf"))),
        arguments(
            """
            {"type":"audio","audio":{"id":"80","voice":true}}""",
            new Content.Media(MediaKind.AUDIO, "80", Optional.empty(), Optional.empty())),
        arguments(
            """
            {"type":"sticker","sticker":{"id":81,"animated":false}}""",
            new Content.Media(MediaKind.STICKER, "81", Optional.empty(), Optional.empty())),
        arguments(
            """
            {"type":"location","location":{"latitude":40.5,"longitude":"-3.7","name":"Shop"}}""",
            new Content.Location(40.5, -3.7, Optional.of("Shop"), Optional.empty())),
        arguments(
            """
            {"type":"contacts","contacts":[{"name":{"formatted_name":"Ana B"},"origin":"other","vcard":"…"},
             {"name":{"first_name":"Ben"}},{}]}""",
            new Content.Contacts(List.of(card("Ana B"), card("Ben"), card("")))),
        arguments(
            """
            {"type":"order","order":{"catalog_id":"c","text":"please","product_items":[
             {"product_retailer_id":"p1","quantity":2,"item_price":9.5,"currency":"EUR"},{"quantity":"x"}]}}""",
            new Content.Order(
                "c", Optional.of("please"), List.of(new Content.Order.Item("p1", 2, 9.5, "EUR")))),
        arguments(
            """
            {"type":"reaction","reaction":{"message_id":"wamid.9","emoji":"👍"}}""",
            new Content.Reaction("wamid.9", Optional.of("👍"))),
        arguments(
            """
            {"type":"reaction","reaction":{"message_id":"wamid.9"}}""",
            new Content.Reaction("wamid.9", Optional.empty())),
        arguments(
            """
            {"type":"system","system":{"body":"changed","wa_id":"34600000009","type":"user_changed_number"}}""",
            new Content.SystemNotice(
                "user_changed_number", "changed", Optional.of(new PhoneNumber("+34600000009")))),
        arguments(
            """
            {"type":"unsupported","errors":[{"code":131051}],"unsupported":{"type":"poll"}}""",
            new Content.Unsupported("poll")),
        arguments(
            """
            {"type":"unknown","errors":[{"code":131051}]}""",
            new Content.Unsupported("unknown")));
  }

  @ParameterizedTest
  @MethodSource
  void keepsWhatItCannotRead(String message, String type) {
    assertThat(read(message)).isEqualTo(new Content.Unsupported(type));
  }

  static Stream<Arguments> keepsWhatItCannotRead() {
    return Stream.of(
        arguments("{}", "unknown"),
        arguments("[]", "unknown"),
        arguments("{\"type\":7}", "7"),
        arguments("{\"type\":{}}", "unknown"),
        arguments("{\"type\":\"hologram\",\"hologram\":{}}", "hologram"),
        arguments("{\"type\":\"text\"}", "text"),
        arguments("{\"type\":\"text\",\"text\":\"hi\"}", "text"),
        arguments("{\"type\":\"interactive\"}", "interactive/unknown"),
        arguments(
            "{\"type\":\"interactive\",\"interactive\":{\"type\":\"call_reply\"}}",
            "interactive/call_reply"),
        arguments(
            "{\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\"}}",
            "interactive"),
        arguments("{\"type\":\"button\",\"button\":[]}", "button"),
        arguments("{\"type\":\"image\",\"image\":{\"caption\":\"x\"}}", "image"),
        arguments("{\"type\":\"location\",\"location\":{\"latitude\":1}}", "location"),
        arguments(
            "{\"type\":\"location\",\"location\":{\"latitude\":\"NaN\",\"longitude\":0}}",
            "location"),
        arguments("{\"type\":\"reaction\",\"reaction\":{\"emoji\":\"x\"}}", "reaction"));
  }

  private static Content read(String json) {
    return MetaContent.of(new Loose(Json.read(json.getBytes(UTF_8)).orElseThrow()));
  }

  private static Content.Contacts.Card card(String name) {
    return new Content.Contacts.Card(name, List.of());
  }
}
