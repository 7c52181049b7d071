package dev.tapflow.drill.fivefold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapflow.drill.fivefold.Phone.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Decides what a customer does next, by what the phone shows and by a seed. */
final class Walk {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Commands, triggers, right and wrong answers to what the example flows ask. */
  private static final List<String> WORDS =
      List.of(
          "menu",
          "clinic",
          "billing",
          "agent",
          "stop",
          "start",
          "clinic",
          "billing",
          "hi",
          "1",
          "2",
          "3",
          "my orders",
          "A-1234",
          "A-0000",
          "2026-0042",
          "49,90",
          "0",
          "1985",
          "a sore throat",
          "mon",
          "yes",
          "no",
          "???",
          "Something\nelse 🙂",
          "é".repeat(300));

  private final Random random;
  private final long begin;
  private final List<String> messages = new ArrayList<>();
  private int written;

  Walk(long seed, long beginEpochSecond) {
    this.random = new Random(seed);
    this.begin = beginEpochSecond;
  }

  /** The next thing, after {@code round} others. */
  Act next(Phone phone, int round) {
    if (List.of("asked", "agent").contains(phone.owner()) && random.nextInt(10) < 6) {
      return new Act.AgentActs(pick(List.of("accepts", "replies", "closes")));
    }
    messages.clear();
    // two rounds share a second: then what came first counts
    var second = begin + round / 2;
    add(something(phone), second);
    if (random.nextInt(6) == 0) {
      add(typed("menu"), second);
    }
    return new Act.Writes(List.copyOf(messages));
  }

  /** What becomes of a message of ours: it is read, or fails after it was sent. */
  Act.Statuses statuses(long sequence, int round) {
    var end =
        random.nextInt(10) == 0 ? List.of("sent", "failed") : List.of("sent", "delivered", "read");
    var webhooks = random.nextBoolean() ? List.of(end) : end.stream().map(List::of).toList();
    return new Act.Statuses(sequence, webhooks, begin + round / 2);
  }

  private ObjectNode something(Phone phone) {
    if (phone.optedOut() && random.nextBoolean()) {
      return typed("start");
    }
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> tapped(phone.newest());
      case 8, 9 -> tapped(phone.all());
      case 10, 11 -> typed(phone.newest().isEmpty() ? "???" : pick(phone.newest()).title());
      case 12 -> message("image", JSON.createObjectNode().put("id", "media-1"));
      case 13 ->
          message(
              "location", JSON.createObjectNode().put("latitude", 48.85).put("longitude", 2.35));
      case 14 ->
          message(
              "reaction", JSON.createObjectNode().put("message_id", "wamid.X").put("emoji", "👍"));
      case 15 -> message("unsupported", JSON.createObjectNode().put("type", "poll"));
      default -> typed(pick(WORDS));
    };
  }

  private ObjectNode tapped(List<Option> options) {
    if (options.isEmpty()) {
      return typed(pick(WORDS));
    }
    var option = pick(options);
    var reply = JSON.createObjectNode().put("id", option.id()).put("title", option.title());
    var interactive = JSON.createObjectNode().put("type", "button_reply");
    interactive.set("button_reply", reply);
    return message("interactive", interactive);
  }

  private static ObjectNode typed(String text) {
    return message("text", JSON.createObjectNode().put("body", text));
  }

  private static ObjectNode message(String type, JsonNode content) {
    var message = JSON.createObjectNode().put("type", type);
    message.set(type, content);
    return message;
  }

  private void add(ObjectNode message, long second) {
    message
        .put("from", Act.NUMBER)
        .put("id", "wamid." + Act.NUMBER + "." + written++)
        .put("timestamp", String.valueOf(second));
    messages.add(message.toString());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
