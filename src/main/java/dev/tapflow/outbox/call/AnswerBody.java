package dev.tapflow.outbox.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tapflow.message.CleanText;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an answer into plain values: whole numbers are Long, others Double, of two
 * equal keys the last counts. What is no JSON is a text.
 */
final class AnswerBody {

  static final int DEEPEST = 64;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern JSON_TYPE =
      Pattern.compile("(application|text)/([^;]*\\+)?json\\b.*");
  private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)");

  private AnswerBody() {}

  /** It is JSON, but nested too deep. */
  static final class TooDeep extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads a body.
   *
   * @param contentType as the header has it; empty where there is none
   */
  static @Nullable Object read(byte[] bytes, String contentType) throws TooDeep {
    var type = contentType.strip().toLowerCase(Locale.ROOT);
    var text = withoutMark(new String(bytes, charset(type)));
    if (text.isBlank()) {
      return text.isEmpty() || JSON_TYPE.matcher(type).matches() ? null : CleanText.of(text);
    }
    if (!JSON_TYPE.matcher(type).matches() && !looksLikeJson(text)) {
      return CleanText.of(text);
    }
    try {
      return plain(JSON.readValue(text, Object.class));
    } catch (StreamConstraintsException tooDeep) {
      throw new TooDeep();
    } catch (JsonProcessingException noJson) {
      return CleanText.of(text);
    }
  }

  /** Services that forget to say what they send are many. */
  private static boolean looksLikeJson(String text) {
    var start = text.stripLeading().charAt(0);
    return start == '{' || start == '[';
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(String type) {
    var named = CHARSET.matcher(type);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case String text -> CleanText.of(text);
      case Integer small -> small.longValue();
      case BigInteger large -> finite(large.doubleValue(), large);
      case Double number -> finite(number, number);
      case List<?> list -> {
        var plain = new ArrayList<@Nullable Object>();
        list.forEach(item -> plain.add(plain(item)));
        yield plain;
      }
      case Map<?, ?> map -> {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, item) -> plain.put(CleanText.of(String.valueOf(key)), plain(item)));
        yield plain;
      }
      case null -> null;
      default -> value;
    };
  }

  /** A number beyond all bounds has no JSON form in which it could be kept. */
  private static Object finite(double number, Object written) {
    return Double.isFinite(number) ? number : written.toString();
  }
}
