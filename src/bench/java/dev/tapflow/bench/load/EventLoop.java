package dev.tapflow.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread that serves all sockets; everything in this package runs on it. */
final class EventLoop implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  /** What waits for a socket. */
  interface Socket {
    void ready(SelectionKey key) throws IOException;
  }

  /** What is looked at whenever the loop wakes. */
  interface Chore {

    void look() throws IOException;

    /** In how many milliseconds to look again at the latest. */
    long againIn();
  }

  private final Selector selector;
  private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private final List<Chore> chores = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("load").daemon().unstarted(this::run);
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  EventLoop() throws IOException {
    selector = Selector.open();
  }

  /** Begins to serve; chores are added before. */
  void start() {
    thread.start();
  }

  void add(Chore chore) {
    chores.add(chore);
  }

  SelectionKey register(SelectableChannel channel, int interest, Socket socket) throws IOException {
    channel.configureBlocking(false);
    return channel.register(selector, interest, socket);
  }

  void wake() {
    selector.wakeup();
  }

  /** Runs it on the loop's thread and waits for what it gives. */
  <T> T ask(Supplier<T> question) {
    var answer = new CompletableFuture<T>();
    orders.add(() -> answer.complete(question.get()));
    wake();
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Expected an answer of the load generator", cause(e));
    }
  }

  private Throwable cause(Exception otherwise) {
    var failed = failure;
    return failed == null ? otherwise : failed;
  }

  /** Fails when the loop did. */
  void check() {
    var failed = failure;
    if (failed != null) {
      throw new IllegalStateException("The load generator failed", failed);
    }
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(EventLoop::serve, timeout());
        for (var order = orders.poll(); order != null; order = orders.poll()) {
          order.run();
        }
        for (var chore : chores) {
          chore.look();
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }

  private long timeout() {
    var timeout = Duration.ofSeconds(1).toMillis();
    for (var chore : chores) {
      timeout = Math.min(timeout, chore.againIn());
    }
    return Math.max(1, timeout);
  }

  private static void serve(SelectionKey key) {
    try {
      if (key.isValid()) {
        ((Socket) key.attachment()).ready(key);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    wake();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    for (var key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
