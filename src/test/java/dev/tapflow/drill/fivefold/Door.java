package dev.tapflow.drill.fivefold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.drill.wire.Line;
import dev.tapflow.drill.wire.Signed;
import java.util.concurrent.CompletableFuture;

/**
 * Who may knock.
 *
 * @param secret signs Meta's webhooks
 * @param token opens the REST API; any text where none is asked for
 */
record Door(String secret, String token) {

  CompletableFuture<Line.Answer> deliver(Line line, byte[] body) {
    return line.post(
        "/webhooks/whatsapp/main", body, "X-Hub-Signature-256", Signed.by(secret, body));
  }

  /** An agent's doing, over the API; taken once. */
  void agentActs(Line line, String number, String action) {
    var body = "{\"action\":\"%s\",\"agent\":\"Maria\"}".formatted(action);
    control(line, "POST", "/api/v1/contacts/main/%s/agent".formatted(number), body);
  }

  /** The sandbox's phone of a customer writes first, which opens the window on the other side. */
  void firstWord(Line line, String number, String word, long epochSecond) {
    var name = "{\"name\":\"%s\"}".formatted(Bodies.nameOf(number));
    control(line, "PUT", "/sandbox/phones/" + number, name);
    var text =
        "{\"text\":\"%s\",\"id\":\"wamid.%s.first\",\"timestamp\":%d}"
            .formatted(word, number, epochSecond);
    control(line, "POST", "/sandbox/phones/" + number + "/texts", text);
  }

  /** Whether the sandbox tells by itself what became of a message. */
  void setStatuses(Line line, boolean told) {
    control(line, "PUT", "/sandbox/control/webhook", "{\"statuses\":%s}".formatted(told));
  }

  private void control(Line line, String method, String path, String json) {
    var body = json.getBytes(UTF_8);
    var answer = line.send(method, path, body, "Authorization", "Bearer " + token).join();
    assertThat(answer.status()).as(answer.body()).isBetween(200, 202);
  }
}
