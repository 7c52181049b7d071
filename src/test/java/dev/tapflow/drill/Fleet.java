package dev.tapflow.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Three replicas on one database. */
final class Fleet implements AutoCloseable {

  private static final int REPLICAS = 3;

  private final List<Replica> replicas;
  private final List<Mishap> kills = new CopyOnWriteArrayList<>();

  Fleet(Map<String, String> environment) {
    replicas =
        IntStream.rangeClosed(1, REPLICAS)
            .mapToObj(number -> new Replica(number, environment))
            .toList();
  }

  /** Starts all that do not run, at once, and waits until they take webhooks. */
  void startAll() {
    replicas.forEach(Replica::start);
    replicas.forEach(Replica::awaitReady);
  }

  List<Replica> replicas() {
    return replicas;
  }

  /** The port of any that takes webhooks. */
  OptionalInt anyPort() {
    var ports = replicas.stream().filter(Replica::takesWebhooks).mapToInt(Replica::port).toArray();
    return ports.length == 0
        ? OptionalInt.empty()
        : OptionalInt.of(ports[ThreadLocalRandom.current().nextInt(ports.length)]);
  }

  /** Kills this one, or where it does not run, the next; it comes back after a while by itself. */
  void kill(int index, Duration away) {
    for (int i = 0; i < replicas.size(); i++) {
      var replica = replicas.get((index + i) % replicas.size());
      if (replica.kill()) {
        kills.add(new Mishap(replica.name(), Instant.now(), Instant.now()));
        Thread.ofVirtual().start(() -> replica.comeBack(away));
        return;
      }
    }
  }

  /** Replicas that ended by themselves. */
  List<String> troubles() {
    return replicas.stream().map(Replica::trouble).flatMap(Optional::stream).toList();
  }

  List<Mishap> kills() {
    return kills;
  }

  @Override
  public void close() {
    replicas.forEach(Replica::close);
  }
}
