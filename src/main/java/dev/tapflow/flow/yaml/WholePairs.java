package dev.tapflow.flow.yaml;

import java.io.Reader;
import java.util.Objects;

/**
 * Reads a text so that no piece ends with half a surrogate pair: the YAML library reaches beyond
 * its buffer for the other half, and an emoji at the wrong place would stop it.
 */
final class WholePairs extends Reader {

  private final String text;
  private int at;

  WholePairs(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (at == text.length()) {
      return -1;
    }
    var most = Math.min(length, text.length() - at);
    var count = most > 1 && Character.isHighSurrogate(text.charAt(at + most - 1)) ? most - 1 : most;
    text.getChars(at, at + count, buffer, offset);
    at += count;
    return count;
  }

  @Override
  public void close() {
    // a text needs no closing
  }
}
