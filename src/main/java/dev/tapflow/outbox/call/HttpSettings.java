package dev.tapflow.outbox.call;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How flows may call services. */
@ConfigMapping(prefix = "tapflow.http")
public interface HttpSettings {

  /**
   * Who may be called; without any, every public host. An entry is a host ({@code shop.example}), a
   * host with a port ({@code shop.example:8443}), all hosts below a name ({@code *.example.com}),
   * an address ({@code 10.1.2.3}, {@code [::1]:9000}), a network ({@code 10.1.0.0/16}) or {@code *}
   * for every public host.
   *
   * <p>A host that is listed by its whole name may have a private or loopback address. Link-local
   * addresses, a cloud's metadata service among them, are called only where the address itself or
   * its network is listed.
   */
  Optional<List<String>> allowedHosts();

  /** For the whole of one attempt, redirects included, where the flow tells no timeout. */
  @WithDefault("10s")
  Duration timeout();

  /** What a flow's own timeout is cut to; at most 2 minutes. */
  @WithDefault("60s")
  Duration maxTimeout();

  /** The largest body of an answer; a larger one is no answer. */
  @WithDefault("256k")
  MemorySize maxResponse();

  /** Calls under way at most. */
  @WithDefault("64")
  @Min(1)
  int concurrency();

  /** Calls under way at most to one host, so that a slow one does not take all of them. */
  @WithDefault("16")
  @Min(1)
  int perHost();

  /** Memory for answers that flows keep by {@code cache}; the least used ones go first. */
  @WithDefault("16m")
  MemorySize cache();

  /** The pause before the first repetition; it doubles, and ends at 10 seconds. */
  @WithDefault("500ms")
  Duration backoff();
}
