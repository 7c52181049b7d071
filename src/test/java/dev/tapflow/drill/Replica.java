package dev.tapflow.drill;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** One replica; it keeps its port and its name through all its lives. */
final class Replica implements AutoCloseable {

  private final int port = Program.freePort();
  private final String name;
  private final Map<String, String> environment;
  private Optional<Program> program = Optional.empty();
  private boolean closed;
  private volatile boolean takesWebhooks;

  Replica(int number, Map<String, String> environment) {
    this.name = String.valueOf(number);
    this.environment = new HashMap<>(environment);
    // it stands in every send, so that the vendor's record says whose it was
    this.environment.put("TAPFLOW_CHANNELS_MAIN_OCTOPODS_INTERCOM_TEAMMATE_ID", name);
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  boolean takesWebhooks() {
    return takesWebhooks;
  }

  synchronized void start() {
    if (!closed && program.filter(Program::isAlive).isEmpty()) {
      program = Optional.of(Program.start("replica-" + name, port, environment));
    }
  }

  /** Returns when it takes webhooks, or was killed meanwhile. */
  void awaitReady() {
    var started = current();
    started.ifPresent(Program::awaitReady);
    synchronized (this) {
      takesWebhooks = started.equals(program) && started.filter(Program::isAlive).isPresent();
    }
  }

  private synchronized Optional<Program> current() {
    return program;
  }

  /** In words where it ended by itself. */
  synchronized Optional<String> trouble() {
    return program.flatMap(Program::trouble);
  }

  void comeBack(Duration after) {
    LockSupport.parkNanos(after.toNanos());
    start();
    awaitReady();
  }

  /** False where it did not run. */
  synchronized boolean kill() {
    takesWebhooks = false;
    var running = program.filter(Program::isAlive);
    running.ifPresent(Program::kill);
    return running.isPresent();
  }

  /** SIGTERM; it goes on taking webhooks until it ends. False when it did not end in time. */
  boolean terminate(Duration deadline) throws InterruptedException {
    var ended = current().orElseThrow().terminate(deadline);
    takesWebhooks = false;
    return ended;
  }

  @Override
  public synchronized void close() {
    closed = true;
    program.ifPresent(Program::close);
  }
}
