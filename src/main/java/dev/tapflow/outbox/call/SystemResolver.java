package dev.tapflow.outbox.call;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the operating system, on threads of its own: a lookup holds the thread it runs on, and a
 * virtual one would hold a processor while a name server is silent.
 */
final class SystemResolver implements Resolver {

  private static final int MOST_THREADS = 8;
  private static final long IDLE_SECONDS = 30;

  private final ExecutorService threads = threads();

  private static ExecutorService threads() {
    var pool =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("http-resolver-", 0).factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  @Override
  public List<InetAddress> addresses(String name, Duration within)
      throws UnknownHostException, TimeoutException, InterruptedException {
    var literal = Network.literal(name);
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    var lookup = threads.submit(() -> List.of(InetAddress.getAllByName(name)));
    try {
      return lookup.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException unknown) {
      throw new UnknownHostException(name);
    } finally {
      lookup.cancel(false);
    }
  }

  void close() {
    threads.shutdownNow();
  }
}
