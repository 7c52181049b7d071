package dev.tapflow.channel.octopods;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/** A server that does to one connection after the other exactly what a test says, byte by byte. */
final class RawServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final ServerSocket socket;
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

  /** What to do with a connection. */
  interface Manner {
    void with(Socket connection) throws IOException, InterruptedException;
  }

  RawServer(Manner manner) {
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> serve(manner));
  }

  private void serve(Manner manner) {
    while (!socket.isClosed()) {
      try (var connection = socket.accept()) {
        manner.with(connection);
      } catch (IOException | InterruptedException over) {
        // the test has seen what it wanted
      }
    }
  }

  /** Reads one request whole. */
  void read(Socket connection) throws IOException {
    var head = new StringBuilder();
    var in = connection.getInputStream();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    var length = LENGTH.matcher(head);
    var body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
    requests.add(head + new String(body, StandardCharsets.UTF_8));
  }

  /** Reads a request and answers it. */
  void answer(Socket connection, int status, String headers, String body) throws IOException {
    read(connection);
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(status, bytes.length, headers);
    connection.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    connection.getOutputStream().write(bytes);
  }

  BlockingQueue<String> requests() {
    return requests;
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
