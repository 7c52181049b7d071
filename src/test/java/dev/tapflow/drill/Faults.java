package dev.tapflow.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What goes wrong with one call in ten. */
final class Faults {

  /** Those that leave the caller in doubt whether the message has left. */
  private static final Set<String> IN_DOUBT =
      Set.of(
          "status 500",
          "status_after_accepting 500",
          "status_after_accepting 502",
          "cut_before_accepting",
          "cut_after_accepting",
          "delay_before_accepting PT8S",
          "delay_after_accepting PT8S");

  private Faults() {}

  /** A fault that strikes calls by chance. */
  record Order(String kind, String details, double chance) {

    String json() {
      return "{\"fault\":\"%s\",%s\"chance\":%s}".formatted(kind, details, chance);
    }
  }

  /** A call that a fault struck; the message is empty words where it was no send. */
  record Struck(Message message, String fault) {

    static Struck of(JsonNode entry) {
      var order = entry.path("order");
      var fault =
          "%s %s%s"
              .formatted(
                  order.path("fault").asText(),
                  order.path("status").asText(),
                  order.path("delay").asText())
              .strip();
      return new Struck(Message.of(entry.path("body")), fault);
    }

    boolean leavesDoubt() {
      return !message.text().isEmpty() && IN_DOUBT.contains(fault);
    }
  }

  /** One in ten, all together. */
  static List<Order> oneInTen() {
    return List.of(
        new Order("status", "\"status\":503,", 0.02),
        new Order("status", "\"status\":500,", 0.01),
        new Order("rate_limited", "\"seconds\":1,", 0.004),
        new Order("cut_before_accepting", "", 0.01),
        new Order("delay_before_accepting", "\"delay\":\"PT0.2S\",", 0.012),
        new Order("delay_before_accepting", "\"delay\":\"PT8S\",", 0.002),
        new Order("cut_after_accepting", "", 0.02),
        new Order("status_after_accepting", "\"status\":500,", 0.01),
        new Order("status_after_accepting", "\"status\":502,", 0.01),
        new Order("delay_after_accepting", "\"delay\":\"PT8S\",", 0.002));
  }
}
