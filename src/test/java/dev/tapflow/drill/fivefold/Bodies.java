package dev.tapflow.drill.fivefold;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies of webhooks, as Meta sends them. */
final class Bodies {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Bodies() {}

  /** The same for both groups. */
  static String nameOf(String number) {
    return "Ana " + number.substring(number.length() - 5);
  }

  /** A customer's messages; the number is put where it belongs. */
  static byte[] ofMessages(String number, List<String> messages) {
    var contact =
        "{\"profile\":{\"name\":\"%s\"},\"wa_id\":\"%s\"}".formatted(nameOf(number), number);
    var written = String.join(",", messages).replace(Act.NUMBER, number);
    return envelope("\"contacts\":[%s],\"messages\":[%s]".formatted(contact, written));
  }

  /** What became of one message of ours. */
  static byte[] ofStatuses(String number, String id, List<String> words, long epochSecond) {
    var statuses =
        words.stream()
            .map(word -> status(number, id, word, epochSecond))
            .collect(Collectors.joining(","));
    return envelope("\"statuses\":[%s]".formatted(statuses));
  }

  private static String status(String number, String id, String word, long epochSecond) {
    var errors =
        word.equals("failed")
            ? ",\"errors\":[{\"code\":131026,\"title\":\"Message undeliverable\"}]"
            : "";
    return "{\"id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"%d\",\"recipient_id\":\"%s\"%s}"
        .formatted(id, word, epochSecond, number, errors);
  }

  private static byte[] envelope(String value) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",\
    "value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"34910000000",\
    "phone_number_id":"1055"},%s}}]}]}\
    """
        .formatted(value)
        .getBytes(UTF_8);
  }

  /** Several deliveries as one. */
  static byte[] together(List<byte[]> bodies) {
    try {
      var all = JSON.createObjectNode().put("object", "whatsapp_business_account");
      var entries = all.putArray("entry");
      for (var body : bodies) {
        entries.addAll((ArrayNode) JSON.readTree(body).path("entry"));
      }
      return JSON.writeValueAsBytes(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
