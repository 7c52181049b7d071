package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Header;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import java.util.Optional;

/** Reads what stands above a text: a text, or a picture, video or document. */
final class HeaderReader {

  static final Kind KIND = Kind.either(Scalar.TEXT, Kind.keys(AttachmentReader.HEADER));

  private HeaderReader() {}

  static Optional<Header> read(Fields fields) {
    return fields.find("header").filter(Yaml.Mapping.class::isInstance).isPresent()
        ? AttachmentReader.read(fields, "header", AttachmentReader.HEADER).map(Header.Media::new)
        : fields.text("header").map(Header.Words::new);
  }
}
