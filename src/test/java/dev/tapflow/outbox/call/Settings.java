package dev.tapflow.outbox.call;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of calls, small enough to run into. */
record Settings(Optional<List<String>> allowedHosts, Duration timeout, int concurrency, int perHost)
    implements HttpSettings {

  static Settings allowing(String... hosts) {
    return new Settings(Optional.of(List.of(hosts)), Duration.ofSeconds(20), 8, 4);
  }

  static Settings of(Optional<List<String>> hosts) {
    return new Settings(hosts, Duration.ofSeconds(20), 8, 4);
  }

  Settings withTimeout(Duration other) {
    return new Settings(allowedHosts, other, concurrency, perHost);
  }

  @Override
  public Duration maxTimeout() {
    return Duration.ofSeconds(30);
  }

  @Override
  public MemorySize maxResponse() {
    return new MemorySize(BigInteger.valueOf(1000));
  }

  @Override
  public MemorySize cache() {
    return new MemorySize(BigInteger.valueOf(1_000_000));
  }

  @Override
  public Duration backoff() {
    return Duration.ofMillis(1);
  }
}
