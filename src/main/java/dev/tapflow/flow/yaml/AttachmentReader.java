package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Attachment;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Reads a picture, video, document or sound: {@code { image: url }}. */
final class AttachmentReader {

  private static final String ADDRESS = "Its public address, https://…";

  /** What a message can be. */
  static final Vocabulary MEDIA =
      Vocabulary.of("\"media\"")
          .may("image", Scalar.VALUE, ADDRESS)
          .may("video", Scalar.VALUE, ADDRESS)
          .may("document", Scalar.VALUE, ADDRESS)
          .may("audio", Scalar.VALUE, ADDRESS)
          .exactlyOneOf("image", "video", "document", "audio");

  /** What can stand above a text. */
  static final Vocabulary HEADER =
      Vocabulary.of("Media as a header")
          .may("image", Scalar.VALUE, ADDRESS)
          .may("video", Scalar.VALUE, ADDRESS)
          .may("document", Scalar.VALUE, ADDRESS)
          .exactlyOneOf("image", "video", "document");

  private AttachmentReader() {}

  static Optional<Attachment> read(Fields fields, String key, Vocabulary kinds) {
    return fields.map(key, kinds).flatMap(it -> attachment(it, fields.keyNode(key)));
  }

  private static Optional<Attachment> attachment(Fields media, Yaml at) {
    var kinds = List.of(Attachment.Kind.values());
    var written =
        kinds.stream().filter(it -> media.knows(word(it)) && media.has(word(it))).toList();
    if (written.size() != 1) {
      if (media.isMap()) {
        media.page().error("missing-key", at, "Expected one of %s: url".formatted(media.offered()));
      }
      return Optional.empty();
    }
    var kind = written.getFirst();
    return media.filled(word(kind)).map(url -> new Attachment(kind, url));
  }

  private static String word(Attachment.Kind kind) {
    return Choices.word(kind);
  }
}
