package dev.tapflow.outbox.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that may be given again. They are found by address and headers as the flow has them, so
 * secrets count by their names.
 */
final class AnswerCache {

  /** What an entry takes besides its body. */
  private static final int OVERHEAD = 500;

  private final Cache<Key, Entry> entries;
  private final InstantSource clock;

  AnswerCache(long mostBytes, InstantSource clock) {
    this.clock = clock;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((Key key, Entry entry) -> OVERHEAD + key.url().length() + entry.bytes())
            .expireAfter(Expiry.<Key, Entry>creating((key, entry) -> entry.keptFor()))
            .build();
  }

  private record Key(String url, Map<String, String> headers) {
    static Key of(HttpCall call) {
      return new Key(call.url(), call.headers());
    }
  }

  private record Entry(HttpAnswer.Answered answer, int bytes, Instant since, Duration keptFor) {}

  /** The answer of the same call, not older than this one allows. */
  Optional<HttpAnswer.Answered> find(HttpCall call) {
    return lifetime(call)
        .flatMap(
            lifetime ->
                Optional.ofNullable(entries.getIfPresent(Key.of(call)))
                    .filter(entry -> clock.instant().isBefore(entry.since().plus(lifetime))))
        .map(Entry::answer);
  }

  /** Keeps an answer that may be given again. */
  void keep(HttpCall call, HttpAnswer.Answered answer, int bytes) {
    lifetime(call)
        .filter(lifetime -> answer.status() >= 200 && answer.status() < 300)
        .ifPresent(
            lifetime ->
                entries.put(Key.of(call), new Entry(answer, bytes, clock.instant(), lifetime)));
  }

  private static Optional<Duration> lifetime(HttpCall call) {
    return call.cache().filter(it -> it.isPositive() && call.method().equals("GET"));
  }
}
