package dev.tapflow.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapflow.message.CleanText;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * JSON of a sender who may leave anything out, or send it in another shape, from one day to the
 * next. Every question has an answer, and no answer is an exception.
 */
record Loose(JsonNode node) {

  /** What stands under a name; asks on, to no effect, where nothing does. */
  Loose at(String name) {
    return new Loose(node.path(name));
  }

  /** A text, clean enough for the database; a number is taken as its text. */
  Optional<String> text(String name) {
    var value = node.path(name);
    return value.isTextual() || value.isNumber()
        ? Optional.of(CleanText.of(value.asText()))
        : Optional.empty();
  }

  /** A text that says something. */
  Optional<String> word(String name) {
    return text(name).filter(text -> !text.isBlank());
  }

  /** A number, or a text that reads as one. */
  Optional<Double> number(String name) {
    return text(name).flatMap(Loose::parsed).filter(Double::isFinite);
  }

  /** The elements of an array; none where there is no array. */
  List<Loose> list(String name) {
    var value = node.path(name);
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).map(Loose::new).toList()
        : List.of();
  }

  /** How many elements the array has; none where there is no array. */
  int size(String name) {
    var value = node.path(name);
    return value.isArray() ? value.size() : 0;
  }

  boolean has(String name) {
    return node.has(name);
  }

  private static Optional<Double> parsed(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
