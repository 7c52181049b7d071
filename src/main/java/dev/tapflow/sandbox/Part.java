package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A piece of a request's JSON, and the path that leads to it, so that a refusal can say where. */
record Part(String path, JsonNode node) {

  /** A whole body; its path is empty. */
  static Part root(JsonNode node) {
    return new Part("", node);
  }

  /** The part at a dotted path below; it may be missing. */
  Part at(String below) {
    var found = this;
    for (var name : below.split("\\.")) {
      found =
          new Part(found.path.isEmpty() ? name : found.path + "." + name, found.node.path(name));
    }
    return found;
  }

  List<Part> items() {
    return IntStream.range(0, node.isArray() ? node.size() : 0)
        .mapToObj(i -> new Part("%s[%d]".formatted(path, i), node.get(i)))
        .toList();
  }

  /** JSON's null counts as not being there. */
  boolean isMissing() {
    return node.isMissingNode() || node.isNull();
  }

  boolean isBlank() {
    return node.asText().isBlank();
  }

  String text() {
    return node.asText();
  }

  Optional<String> textIfAny() {
    return isMissing() ? Optional.empty() : Optional.of(node.asText());
  }

  /** Meta does not say how it counts a character; we count code points. */
  int length() {
    return node.asText().codePointCount(0, node.asText().length());
  }
}
