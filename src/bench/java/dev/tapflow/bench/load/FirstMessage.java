package dev.tapflow.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One signed message, delivered again and again to a bot that may not listen yet. */
public final class FirstMessage {

  private static final int PATIENCE_MILLIS = 5_000;

  private final int port;
  private final byte[] bytes;

  FirstMessage(int port, byte[] bytes) {
    this.port = port;
    this.bytes = bytes;
  }

  /** The status it was answered with; 0 when nobody listened, or no answer came. */
  public int deliver() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes);
      var answer = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return answer.length == 0 ? 0 : HttpMessage.status(answer, 0);
    } catch (IOException _) {
      return 0;
    }
  }
}
