package dev.tapflow.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * Finds a request or an answer in bytes that came so far (HTTP/1.1 with {@code Content-Length}).
 * One instance is used again and again.
 */
final class HttpMessage {

  private static final byte[] LENGTH = bytes("content-length:");
  private static final byte[] CODING = bytes("transfer-encoding:");

  private int headEnd;
  private int end;

  /** Whether a whole message begins at {@code from}; then its places are known. */
  boolean find(byte[] source, int from, int to) {
    headEnd = Bytes.after(source, from, to, Bytes.BLANK_LINE);
    if (headEnd < 0) {
      return false;
    }
    end = headEnd + contentLength(source, from);
    return end <= to;
  }

  /** Where the body begins. */
  int bodyStart() {
    return headEnd;
  }

  /** Where the message ends. */
  int end() {
    return end;
  }

  /** The status of an answer: the three digits behind {@code HTTP/1.1}. */
  static int status(byte[] source, int from) {
    return (int) Bytes.number(source, from + 9);
  }

  private int contentLength(byte[] source, int from) {
    var line = from;
    var length = 0;
    while (line < headEnd - 2) {
      if (Bytes.isAtIgnoringCase(source, line, LENGTH)) {
        length = (int) Bytes.number(source, Bytes.skipSpaces(source, line + LENGTH.length));
      } else if (Bytes.isAtIgnoringCase(source, line, CODING)) {
        throw new IllegalStateException("Expected Content-Length, but got a transfer encoding");
      }
      line = Bytes.after(source, line, headEnd, Bytes.NEW_LINE);
    }
    return length;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
