package dev.tapflow.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Octopods as the bot sees it (source: Octopods help, "Interactive messages API", "Message status",
 * "Message list"): takes messages, remembers what a customer can tap, and answers with ids.
 */
final class Stub implements EventLoop.Socket, EventLoop.Chore {

  /** Where the API begins. */
  static final String BASE = "/octopods/api/v1";

  private static final byte[] MESSAGE_ID = Bytes.of("wamid.HBgNMzQ2MDAwMDAwMDAwORUCABEYEjQw");

  private final EventLoop loop;
  private final Customers customers;
  private final Traffic traffic;
  private final Taps taps;
  private final byte[] key;
  private final long delayNanos;
  private final ServerSocketChannel server;
  private final Deque<Late> late = new ArrayDeque<>();
  private long lastId = 1_000_000_000L;

  /** An answer that waits, since an API far away would take as long. */
  private record Late(long due, StubConnection connection, long id, int customer) {}

  Stub(EventLoop loop, Customers customers, Traffic traffic, Taps taps, StubSettings settings)
      throws IOException {
    this.loop = loop;
    this.customers = customers;
    this.traffic = traffic;
    this.taps = taps;
    this.key = Bytes.of("x-octopods-auth: " + settings.apiKey());
    this.delayNanos = settings.delay().toNanos();
    this.server = ServerSocketChannel.open();
    server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    server.bind(new InetSocketAddress("127.0.0.1", settings.port()), 1024);
    loop.register(server, SelectionKey.OP_ACCEPT, this);
  }

  int port() {
    return server.socket().getLocalPort();
  }

  /** The header, in small letters, that every call must have. */
  byte[] key() {
    return key;
  }

  static void putMessageId(Buffer out, long id) {
    out.put(MESSAGE_ID).putNumber(id, 19);
  }

  @Override
  public void ready(SelectionKey ready) throws IOException {
    for (var channel = server.accept(); channel != null; channel = server.accept()) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      new StubConnection(loop, channel, this);
    }
  }

  /** Takes a message; its options are what the customer taps next. */
  void take(StubConnection connection, byte[] body, int from, int to) {
    var now = System.nanoTime();
    var sent = new SentMessage(body, from, to);
    var customer = customers.of(sent.number());
    var id = ++lastId;
    customers.remember(customer, id, sent.option(taps, customers));
    traffic.replied(customer, now);
    if (delayNanos == 0) {
      connection.accept(id);
      traffic.accepted(customer);
    } else {
      late.add(new Late(now + delayNanos, connection, id, customer));
    }
  }

  @Override
  public void look() throws IOException {
    var now = System.nanoTime();
    for (var first = late.peek(); first != null && first.due() <= now; first = late.peek()) {
      late.poll();
      first.connection().accept(first.id());
      first.connection().flush();
      traffic.accepted(first.customer());
    }
  }

  @Override
  public long againIn() {
    var first = late.peek();
    return first == null
        ? Long.MAX_VALUE
        : Math.max(1, (first.due() - System.nanoTime()) / 1_000_000);
  }
}
