package dev.tapflow.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Reads bodies with limits: what a sender may make us hold or descend into is bounded. */
final class Json {

  /** No sender's JSON nests deeper than a dozen levels. */
  private static final int DEEPEST = 64;

  /** A delivery of 1,000 messages has some 60,000. */
  private static final long MOST_TOKENS = 500_000;

  private static final int LONGEST_NUMBER = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(limited()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** For every parser of what a sender wrote. */
  static JsonFactory limited() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxTokenCount(MOST_TOKENS)
                .maxNumberLength(LONGEST_NUMBER)
                .build())
        .build();
  }

  /** The body as JSON; empty where it is none, or beyond the limits. */
  static Optional<JsonNode> read(byte[] body) {
    try {
      return Optional.of(MAPPER.readTree(body)).filter(node -> !node.isMissingNode());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  static byte[] write(Object json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected maps and JSON nodes to be writable", e);
    }
  }
}
