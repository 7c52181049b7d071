package dev.tapflow.flow.release;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file's bytes as text. What is no UTF-8 is a finding, and the rest is still read. */
record Utf8File(String text, Optional<Finding> finding) {

  /** No text of 1 Mi code points is longer; more is not even opened. */
  private static final long LARGEST_BYTES = 4L * 1024 * 1024;

  static Utf8File read(Path path, String name) throws IOException {
    if (Files.size(path) > LARGEST_BYTES) {
      var top = new Place(name, 1, 1);
      return new Utf8File(
          "", Optional.of(error("too-large", top, "The file is larger than 1 MiB; split it", "")));
    }
    return decode(Files.readAllBytes(path), name);
  }

  static Utf8File decode(byte[] bytes, String name) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var good = CharBuffer.allocate(bytes.length);
    var result = decoder.decode(ByteBuffer.wrap(bytes), good, true);
    return new Utf8File(
        withoutMark(text),
        result.isError() ? Optional.of(notUtf8(name, good.flip().toString())) : Optional.empty());
  }

  /** A name that looks as if it were read. */
  static Finding misnamed(String name) {
    return new Finding(
        Finding.Severity.WARNING,
        "not-read",
        new Place(name, 1, 1),
        "Only files that end with .yaml are read; rename it",
        "");
  }

  private static Finding notUtf8(String name, String before) {
    var lines = withoutMark(before).split("\r\n|\n|\r", -1);
    var last = lines[lines.length - 1];
    var place = new Place(name, lines.length, last.codePointCount(0, last.length()) + 1);
    return error("not-utf8", place, "This byte is no UTF-8; save the file as UTF-8", last);
  }

  private static Finding error(String code, Place place, String message, String line) {
    return new Finding(Finding.Severity.ERROR, code, place, message, line);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
