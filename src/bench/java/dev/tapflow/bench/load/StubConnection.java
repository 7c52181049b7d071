package dev.tapflow.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One of the bot's connections to the stub. */
final class StubConnection implements EventLoop.Socket {

  private static final byte[] SEND = Bytes.of("POST " + Stub.BASE + "/whatsapp/interactive ");
  private static final byte[] STATUS = Bytes.of("GET " + Stub.BASE + "/whatsapp/messages/");
  private static final byte[] LIST = Bytes.of("GET " + Stub.BASE + "/whatsapp/messages");
  private static final byte[] REQUEST_ID =
      Bytes.of("{\"request_id\":\"0b5c0b0e-0000-4000-8000-000000000001\",\"message_id\":");
  private static final byte[] CHANNEL_ID = Bytes.of(",\"channel_message_id\":\"");
  private static final byte[] END = Bytes.of("\"}");
  private static final int ID_DIGITS = 10;
  private static final byte[] CREATED = created();

  private final SocketChannel channel;
  private final Stub stub;
  private final HttpMessage message = new HttpMessage();
  private final Buffer in = new Buffer();
  private final Buffer out = new Buffer();
  private final SelectionKey key;

  StubConnection(EventLoop loop, SocketChannel channel, Stub stub) throws IOException {
    this.channel = channel;
    this.key = loop.register(channel, SelectionKey.OP_READ, this);
    this.stub = stub;
  }

  @Override
  public void ready(SelectionKey ready) throws IOException {
    try {
      if (ready.isReadable() && !in.readFrom(channel)) {
        close();
        return;
      }
      while (message.find(in.bytes(), in.start(), in.end())) {
        answer();
        in.take(message.end());
      }
      flush();
    } catch (IOException botWasStopped) {
      close();
    }
  }

  private void answer() throws IOException {
    var bytes = in.bytes();
    if (!hasKey(bytes)) {
      put("401 Unauthorized", "{\"error\":\"Expected another key\"}");
    } else if (Bytes.isAt(bytes, in.start(), SEND)) {
      stub.take(this, bytes, message.bodyStart(), message.end());
    } else if (Bytes.isAt(bytes, in.start(), STATUS)) {
      delivered(Bytes.number(bytes, in.start() + STATUS.length));
    } else if (Bytes.isAt(bytes, in.start(), LIST)) {
      put("200 OK", "{\"request_id\":\"0b5c0b0e-0000-4000-8000-000000000001\",\"messages\":[]}");
    } else {
      put("404 Not Found", "{\"error\":\"Expected a path of the WhatsApp API\"}");
    }
  }

  private boolean hasKey(byte[] bytes) {
    var line = in.start();
    while (line >= 0 && !Bytes.isAtIgnoringCase(bytes, line, stub.key())) {
      line = Bytes.after(bytes, line, message.bodyStart(), Bytes.NEW_LINE);
    }
    return line >= 0;
  }

  private void delivered(long id) {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    put(
        "200 OK",
        """
        {"request_id":"0b5c0b0e-0000-4000-8000-000000000001","message_id":%d,"status":"delivered",\
        "sent_at":"%s","delivered_at":"%s","read_at":null,"failure_reason":null}\
        """
            .formatted(id, now, now));
  }

  private void put(String status, String json) {
    out.put(Bytes.of("HTTP/1.1 %s\r\n".formatted(status)));
    out.put(Bytes.of("Content-Type: application/json\r\nContent-Length: "));
    out.putNumber(json.length(), 1).put(Bytes.BLANK_LINE).put(Bytes.of(json));
  }

  /** Puts the answer that accepts a message. */
  void accept(long id) {
    out.put(CREATED).put(REQUEST_ID).putNumber(id, ID_DIGITS).put(CHANNEL_ID);
    Stub.putMessageId(out, id);
    out.put(END);
  }

  /** The head, which is always the same: ids have a fixed length. */
  private static byte[] created() {
    var id = new Buffer();
    Stub.putMessageId(id, 0);
    var length = REQUEST_ID.length + ID_DIGITS + CHANNEL_ID.length + id.end() + END.length;
    return Bytes.of(
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(length));
  }

  void flush() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    key.interestOps(
        out.writeTo(channel) ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
  }

  private void close() throws IOException {
    key.cancel();
    channel.close();
  }
}
