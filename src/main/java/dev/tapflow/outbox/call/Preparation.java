package dev.tapflow.outbox.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tapflow.message.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a request of a call: secrets in, headers looked at, the body as bytes. */
final class Preparation {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** RFC 9110, "Tokens". */
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private static final Pattern UNFIT_FOR_A_HEADER =
      Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

  /** The connection's own business; a flow that wrote them could smuggle a second request. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "keep-alive",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "proxy-connection");

  private static final Set<String> ALWAYS_SECRET =
      Set.of("authorization", "proxy-authorization", "cookie");

  private final SecretFilling filling;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Set<String> secretHeaders = new HashSet<>(ALWAYS_SECRET);

  private Preparation(Function<String, Optional<String>> secrets) {
    this.filling = new SecretFilling(secrets);
  }

  /** How it went. */
  sealed interface Outcome {

    record Ready(Request request) implements Outcome {}

    record NotAllowed(String why) implements Outcome {}
  }

  static Outcome of(HttpCall call, Function<String, Optional<String>> secrets) {
    return new Preparation(secrets).prepare(call);
  }

  private Outcome prepare(HttpCall call) {
    var destination = Destination.parse(call.url());
    if (destination.isEmpty() || !METHODS.contains(call.method())) {
      return new Outcome.NotAllowed(
          "Expected the address of a service, http or https, without a user's name in it");
    }
    var body = call.body().map(this::bytes);
    var isBodySecret = filling.takeHasFilled();
    call.headers().forEach(this::header);
    if (!filling.missing().isEmpty()) {
      return new Outcome.NotAllowed("No value for " + settings(filling.missing()));
    }
    var unfit = unfitHeader();
    if (unfit.isPresent()) {
      return new Outcome.NotAllowed("The header %s cannot be sent".formatted(unfit.get()));
    }
    call.body().ifPresent(value -> setByDefault("Content-Type", contentType(value)));
    setByDefault("Accept", "application/json, */*;q=0.8");
    setByDefault("User-Agent", "Tapflow");
    return new Outcome.Ready(
        new Request(call.method(), destination.get(), headers, body, secretHeaders, isBodySecret));
  }

  private byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? filling.text(text).getBytes(StandardCharsets.UTF_8)
          : JSON.writeValueAsBytes(filling.tree(body));
    } catch (JsonProcessingException e) {
      // the message could quote what a customer wrote
      throw new IllegalStateException("Expected a body of JSON values", null);
    }
  }

  private static String contentType(Object body) {
    return body instanceof String ? "text/plain; charset=utf-8" : "application/json";
  }

  private void header(String name, String value) {
    var lower = name.toLowerCase(Locale.ROOT);
    var filled = filling.text(value);
    if (filling.takeHasFilled()) {
      secretHeaders.add(lower);
    }
    if (!OF_THE_CONNECTION.contains(lower)) {
      headers.put(name, filled);
    }
  }

  private void setByDefault(String name, String value) {
    if (headers.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
      headers.put(name, value);
    }
  }

  private Optional<String> unfitHeader() {
    return headers.entrySet().stream()
        .filter(
            header ->
                !HEADER_NAME.matcher(header.getKey()).matches()
                    || UNFIT_FOR_A_HEADER.matcher(header.getValue()).find())
        .map(header -> header.getKey().replaceAll("[^A-Za-z0-9-]", "?"))
        .findFirst();
  }

  private static String settings(List<String> names) {
    return String.join(", ", names.stream().map(ServiceSecrets::setting).toList());
  }
}
