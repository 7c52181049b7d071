package dev.tapflow.drill.fivefold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tapflow.drill.wire.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer sees, newest message first.
 *
 * @param owner who has the conversation; {@code none} where there is none
 */
record Phone(List<List<Option>> messages, String owner, boolean optedOut) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A button or row. */
  record Option(String id, String title) {}

  static Phone of(Table table, String contactKey) {
    var messages =
        table.strings(
            "SELECT message FROM outbox_message WHERE contact_key = ? ORDER BY sequence DESC"
                + " LIMIT 6",
            contactKey);
    var owner =
        table.strings(
            "SELECT owner FROM conversation WHERE contact_key = ? ORDER BY ordinal DESC LIMIT 1",
            contactKey);
    var optedOut = table.strings("SELECT opted_out FROM contact WHERE contact_key = ?", contactKey);
    return new Phone(
        messages.stream().map(Phone::options).toList(),
        owner.isEmpty() ? "none" : owner.getFirst(),
        optedOut.contains("t"));
  }

  List<Option> newest() {
    return messages.isEmpty() ? List.of() : messages.getFirst();
  }

  /** Of all the messages that are left to see. */
  List<Option> all() {
    return messages.stream().flatMap(List::stream).toList();
  }

  private static List<Option> options(String message) {
    try {
      var found = new ArrayList<Option>();
      collect(JSON.readTree(message), found);
      return found;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(JsonNode node, List<Option> found) {
    if (node.path("id").isTextual() && node.path("title").isTextual()) {
      found.add(new Option(node.path("id").asText(), node.path("title").asText()));
    }
    node.valueStream().forEach(child -> collect(child, found));
  }
}
