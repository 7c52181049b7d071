package dev.tapflow.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Bytes that grow at the end and are taken from the front. */
final class Buffer {

  private static final int LONGEST_NUMBER = 19;
  private static final long[] POWERS =
      LongStream.iterate(1, power -> power * 10).limit(LONGEST_NUMBER).toArray();

  private byte[] bytes = new byte[4096];
  private int start;
  private int end;

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isEmpty() {
    return start == end;
  }

  void clear() {
    start = 0;
    end = 0;
  }

  Buffer put(byte[] more) {
    return put(more, 0, more.length);
  }

  Buffer put(byte[] more, int from, int length) {
    room(length);
    System.arraycopy(more, from, bytes, end, length);
    end += length;
    return this;
  }

  Buffer put(byte one) {
    room(1);
    bytes[end++] = one;
    return this;
  }

  /** A number that is not negative, with leading zeros where it has fewer digits. */
  Buffer putNumber(long number, int atLeast) {
    room(LONGEST_NUMBER);
    var digits = atLeast;
    while (digits < POWERS.length && number >= POWERS[digits]) {
      digits++;
    }
    var rest = number;
    for (var at = end + digits - 1; at >= end; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    end += digits;
    return this;
  }

  /** Forgets what was read. */
  void take(int newStart) {
    start = newStart;
    if (isEmpty()) {
      clear();
    }
  }

  /** Reads what there is; false at the end of the stream. */
  boolean readFrom(SocketChannel channel) throws IOException {
    room(2048);
    var read = channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
    end += Math.max(0, read);
    return read >= 0;
  }

  /** Writes what the socket takes; whether that was all. */
  boolean writeTo(SocketChannel channel) throws IOException {
    start += channel.write(ByteBuffer.wrap(bytes, start, end - start));
    if (!isEmpty()) {
      return false;
    }
    clear();
    return true;
  }

  private void room(int length) {
    if (end + length <= bytes.length) {
      return;
    }
    System.arraycopy(bytes, start, bytes, 0, end - start);
    end -= start;
    start = 0;
    if (end + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (end + length));
    }
  }
}
