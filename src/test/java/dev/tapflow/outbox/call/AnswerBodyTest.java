package dev.tapflow.outbox.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerBodyTest {

  private static final String JSON = "application/json; charset=utf-8";

  @Test
  void readsJsonIntoPlainValues() throws AnswerBody.TooDeep {
    assertThat(
            read(
                "{\"a\":1,\"b\":1.5,\"c\":true,\"d\":null,\"e\":[\"x\",2],\"f\":{\"g\":\"h\"}}",
                JSON))
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("a", 1L)
        .containsEntry("b", 1.5)
        .containsEntry("c", true)
        .containsEntry("d", null)
        .containsEntry("e", List.of("x", 2L))
        .containsEntry("f", Map.of("g", "h"));
  }

  @Test
  void takesTheLastOfTwoEqualKeys() throws AnswerBody.TooDeep {
    assertThat(read("{\"a\":1,\"a\":2}", JSON)).isEqualTo(Map.of("a", 2L));
  }

  @Test
  void keepsNumbersThatFitNowhere() throws AnswerBody.TooDeep {
    assertThat(read("[12345678901234567890, 1e999, 9223372036854775807]", JSON))
        .isEqualTo(List.of(12345678901234567890.0, "Infinity", Long.MAX_VALUE));
  }

  @Test
  void takesWhatIsNoJsonAsText() throws AnswerBody.TooDeep {
    assertThat(read("<p>hello</p>", "text/html")).isEqualTo("<p>hello</p>");
    assertThat(read("{broken", JSON)).isEqualTo("{broken");
    assertThat(read("{} {}", JSON)).isEqualTo("{} {}");
    assertThat(read("42", "text/plain")).isEqualTo("42");
    assertThat(read("{see below}", "")).isEqualTo("{see below}");
  }

  @Test
  void findsJsonThatNobodyAnnounced() throws AnswerBody.TooDeep {
    assertThat(read(" {\"a\":1}", "")).isEqualTo(Map.of("a", 1L));
    assertThat(read("[1]", "text/plain")).isEqualTo(List.of(1L));
    assertThat(read("\"text\"", "application/problem+json")).isEqualTo("text");
  }

  @Test
  void isNothingWhereNothingCame() throws AnswerBody.TooDeep {
    assertThat(read("", JSON)).isNull();
    assertThat(read("", "")).isNull();
    assertThat(read(" ", JSON)).isNull();
  }

  @Test
  void readsItsCharset() throws AnswerBody.TooDeep {
    assertThat(
            AnswerBody.read(
                "é".getBytes(StandardCharsets.ISO_8859_1), "text/plain; charset=iso-8859-1"))
        .isEqualTo("é");
    assertThat(read("é", "text/plain; charset=no-such")).isEqualTo("é");
    assertThat(read("\uFEFF{}", JSON)).isEqualTo(Map.of());
  }

  @Test
  void holdsOnlyTextThatTheDatabaseTakes() throws AnswerBody.TooDeep {
    assertThat(read("{\"\\u0000\":\"a\\u0000b\\ud800\"}", JSON))
        .isEqualTo(Map.of("\uFFFD", "a\uFFFDb\uFFFD"));
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    var deep = "[".repeat(AnswerBody.DEEPEST + 1) + "]".repeat(AnswerBody.DEEPEST + 1);

    assertThatThrownBy(() -> read(deep, JSON)).isInstanceOf(AnswerBody.TooDeep.class);
  }

  @Test
  void readsAnyBytes() throws AnswerBody.TooDeep {
    var bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }

    assertThat(AnswerBody.read(bytes, "image/png")).isInstanceOf(String.class);
    assertThat(AnswerBody.read(Arrays.copyOf(bytes, 1), "")).isEqualTo("\uFFFD");
  }

  private static @Nullable Object read(String body, String type) throws AnswerBody.TooDeep {
    return AnswerBody.read(body.getBytes(StandardCharsets.UTF_8), type);
  }
}
