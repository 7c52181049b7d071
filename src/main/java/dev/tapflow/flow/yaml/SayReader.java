package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;

/** Reads a {@code say} step. */
final class SayReader {

  /** The keys of a {@code say} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"say\" step")
          .must("say", Scalar.TEXT, "Sends a text and goes on; with media it is the caption.")
          .may(
              "media",
              Kind.keys(AttachmentReader.MEDIA),
              "A picture, video, document or sound that is sent.")
          .and(StepKeys.PASSING);

  private SayReader() {}

  static Step read(Fields fields, Target next) {
    var media = AttachmentReader.read(fields, "media", AttachmentReader.MEDIA);
    return new Step.Say(text(fields), media, next);
  }

  /** Media may come without a word. */
  private static Text text(Fields fields) {
    return fields.has("media") && fields.isBlank("say")
        ? new Text(List.of())
        : StepReader.spoken(fields, "say");
  }
}
