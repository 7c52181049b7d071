package dev.tapflow.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A kept-alive connection to the bot: one delivery at a time. */
final class Line implements EventLoop.Socket {

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Traffic traffic;
  private final HttpMessage message = new HttpMessage();
  private final Buffer in = new Buffer();
  private final Buffer out = new Buffer();
  private int customer = -1;

  Line(EventLoop loop, InetSocketAddress bot, Traffic traffic) throws IOException {
    this.channel = SocketChannel.open(bot);
    this.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    this.key = loop.register(channel, SelectionKey.OP_READ, this);
    this.traffic = traffic;
  }

  /** What is to be sent is put here, then {@link #send}. */
  Buffer out() {
    return out;
  }

  void send(int sender) throws IOException {
    customer = sender;
    flush();
  }

  private void flush() throws IOException {
    key.interestOps(
        out.writeTo(channel) ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
  }

  @Override
  public void ready(SelectionKey ready) throws IOException {
    if (ready.isWritable()) {
      flush();
    }
    if (ready.isReadable()) {
      read();
    }
  }

  private void read() throws IOException {
    if (!in.readFrom(channel)) {
      close();
      traffic.lost(this, customer);
      return;
    }
    if (message.find(in.bytes(), in.start(), in.end())) {
      var status = HttpMessage.status(in.bytes(), in.start());
      in.take(message.end());
      var answered = customer;
      customer = -1;
      traffic.answered(this, answered, status);
    }
  }

  void close() throws IOException {
    key.cancel();
    channel.close();
  }
}
