package dev.tapflow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpAnswer.Reason;
import dev.tapflow.message.HttpCall;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallJsonTest {

  @Test
  void bringsACallBackAsItWas() {
    assertThat(CallJson.readCall(CallJson.write(call(Optional.of(body())))))
        .isEqualTo(call(Optional.of(body())));
    assertThat(CallJson.readCall(CallJson.write(call(Optional.of("text")))))
        .isEqualTo(call(Optional.of("text")));
    assertThat(CallJson.readCall(CallJson.write(call(Optional.empty()))))
        .isEqualTo(call(Optional.empty()));
  }

  @Test
  void bringsAnAnswerBackAsItWas() {
    assertStays(new HttpAnswer.Answered(200, body()));
    assertStays(new HttpAnswer.Answered(200, 1L));
    assertStays(new HttpAnswer.Answered(200, 1.0E10));
    assertStays(new HttpAnswer.Answered(204, null));
    for (var reason : Reason.values()) {
      assertStays(new HttpAnswer.Failed(reason, "why"));
    }
  }

  @Test
  void readsWhatTheFirstVersionWrote() {
    assertThat(
            CallJson.readCall(
                """
                {"method":"POST","url":"https://shop.example/a","headers":{"A":"b"},
                 "body":{"n":1},"timeout":"PT3S","retry":1,"cache":"PT1M","later":"unknown"}
                """))
        .isEqualTo(
            new HttpCall(
                "POST",
                "https://shop.example/a",
                Map.of("A", "b"),
                Optional.of(Map.of("n", 1L)),
                Duration.ofSeconds(3),
                1,
                Optional.of(Duration.ofMinutes(1))));
    assertThat(CallJson.readAnswer("{\"status\":200,\"body\":[1.5]}"))
        .isEqualTo(new HttpAnswer.Answered(200, java.util.List.of(1.5)));
    assertThat(CallJson.readAnswer("{\"failed\":\"TIMEOUT\",\"why\":\"late\"}"))
        .isEqualTo(new HttpAnswer.Failed(Reason.TIMEOUT, "late"));
  }

  private static void assertStays(HttpAnswer answer) {
    assertThat(CallJson.readAnswer(CallJson.write(answer))).isEqualTo(answer);
  }

  private static HttpCall call(Optional<Object> body) {
    return new HttpCall(
        "POST",
        "https://shop.example/a?b=c",
        Map.of("X-Key", HttpCall.Secret.marker("key")),
        body,
        Duration.ofMillis(1500),
        2,
        Optional.of(Duration.ofHours(1)));
  }

  private static Map<String, @Nullable Object> body() {
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put("z", 1L);
    body.put("a", 2.0);
    body.put("u", null);
    body.put("l", Arrays.asList("x", true, null, Map.of("deep", "é \" \\")));
    return body;
  }
}
