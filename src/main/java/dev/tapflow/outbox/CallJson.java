package dev.tapflow.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpCall;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls and their answers as tables keep them. Names stay for ever: rows outlive the program that
 * wrote them. Whole numbers are Long, others Double, before and after.
 */
final class CallJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          // a newer release on the same database may say more
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private CallJson() {}

  private record StoredCall(
      String method,
      String url,
      Map<String, String> headers,
      Optional<Object> body,
      Duration timeout,
      int retry,
      Optional<Duration> cache) {}

  /**
   * An answer, or why there was none.
   *
   * @param status 0 where there was none
   */
  private record StoredAnswer(
      int status, @Nullable Object body, @Nullable String failed, @Nullable String why) {}

  static String write(HttpCall call) {
    return written(
        new StoredCall(
            call.method(),
            call.url(),
            call.headers(),
            call.body(),
            call.timeout(),
            call.retry(),
            call.cache()));
  }

  static HttpCall readCall(String json) {
    var call = read(json, StoredCall.class);
    return new HttpCall(
        call.method(),
        call.url(),
        call.headers(),
        call.body(),
        call.timeout(),
        call.retry(),
        call.cache());
  }

  static String write(HttpAnswer answer) {
    return written(
        switch (answer) {
          case HttpAnswer.Answered answered ->
              new StoredAnswer(answered.status(), answered.body(), null, null);
          case HttpAnswer.Failed failed ->
              new StoredAnswer(0, null, failed.reason().name(), failed.why());
        });
  }

  static HttpAnswer readAnswer(String json) {
    var answer = read(json, StoredAnswer.class);
    return answer.failed() == null
        ? new HttpAnswer.Answered(answer.status(), answer.body())
        : new HttpAnswer.Failed(
            HttpAnswer.Reason.valueOf(answer.failed()), answer.why() == null ? "" : answer.why());
  }

  private static String written(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected every call and answer to have a JSON form", null);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      // its message would quote what is stored
      throw new IllegalStateException(
          "Expected a %s that this program once wrote".formatted(type.getSimpleName()), null);
    }
  }
}
