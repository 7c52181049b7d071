package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.stream.Stream;

/** Reads a {@code tag} step. */
final class TagReader {

  private static final Kind LABELS = Kind.oneOrMore(Scalar.VALUE);
  private static final Vocabulary TAG =
      Vocabulary.of("\"tag\"")
          .may("add", LABELS, "Labels the contact gets.")
          .may("remove", LABELS, "Labels it loses.")
          .atLeastOneOf("add", "remove");

  /** The keys of a {@code tag} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"tag\" step")
          .must(
              "tag",
              Kind.either(LABELS, Kind.keys(TAG)),
              "Labels the contact, for agents and for conditions (contact.tags).")
          .may("remove", LABELS, "Labels the contact loses.")
          .and(StepKeys.PASSING);

  private TagReader() {}

  static Step read(Fields fields, Target next) {
    var remove = labels(fields, "remove");
    if (fields.find("tag").filter(Yaml.Mapping.class::isInstance).isEmpty()) {
      return new Step.Tag(labels(fields, "tag"), remove, next);
    }
    var tag = fields.map("tag", TAG).orElseThrow();
    if (!tag.has("add") && !tag.has("remove")) {
      fields
          .page()
          .error("missing-key", fields.keyNode("tag"), "\"tag\" needs \"add\" or \"remove\"");
    }
    var removed = Stream.concat(remove.stream(), labels(tag, "remove").stream()).toList();
    return new Step.Tag(labels(tag, "add"), removed, next);
  }

  private static List<Text> labels(Fields fields, String key) {
    return fields.scalars(key).stream()
        .flatMap(List::stream)
        .filter(it -> Scalars.word(it, key, fields.page()).isPresent())
        .map(it -> Texts.value(it, fields.page()))
        .toList();
  }
}
