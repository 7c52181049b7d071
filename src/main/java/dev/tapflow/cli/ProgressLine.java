package dev.tapflow.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells a person at a terminal that work is going on, once it takes longer than one waits without
 * wondering. The line is gone when the work is done.
 */
final class ProgressLine implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final Duration BEAT = Duration.ofMillis(200);
  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final String what;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread teller;

  private ProgressLine(Terminal terminal, String what) {
    this.terminal = terminal;
    this.what = what;
    this.teller = Thread.ofPlatform().daemon().unstarted(this::tell);
  }

  /** Begins to tell of work such as "Checking 3 flows"; nothing where nobody watches. */
  static ProgressLine of(Terminal terminal, String what) {
    var line = new ProgressLine(terminal, what);
    if (terminal.progress()) {
      line.teller.start();
    }
    return line;
  }

  private void tell() {
    try {
      var waited = PATIENCE;
      if (done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      do {
        terminal.notes().print(CLEAR + what + " … " + waited.toSeconds() + " s");
        terminal.notes().flush();
        waited = waited.plus(BEAT);
      } while (!done.await(BEAT.toMillis(), TimeUnit.MILLISECONDS));
      terminal.notes().print(CLEAR);
      terminal.notes().flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      teller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
