package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Octopods' own record of what it accepted and what it refused. */
@Singleton
final class Ledger implements Forgetful {

  private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

  /** A message that Octopods took over. {@code kind} is {@code interactive} or {@code template}. */
  record Accepted(
      long messageId,
      String channelMessageId,
      String phone,
      String kind,
      JsonNode body,
      @Nullable Integer templateId,
      Instant acceptedAt,
      String key) {}

  record Refused(
      @Nullable String phone, @Nullable Integer code, String error, int httpStatus, Instant at) {}

  private final SandboxClock clock;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final Map<Long, Accepted> byId = new ConcurrentHashMap<>();

  /** Begins where no earlier process ended: the bot remembers ids for longer than we live. */
  private final AtomicLong lastId =
      new AtomicLong(700_000 + Duration.between(FIRST_DAY, Clock.systemUTC().instant()).toMillis());

  Ledger(SandboxClock clock) {
    this.clock = clock;
  }

  synchronized Accepted accept(
      Call call, CustomerNumber phone, String channelMessageId, @Nullable Integer templateId) {
    var entry =
        new Accepted(
            lastId.incrementAndGet(),
            channelMessageId,
            phone.e164(),
            templateId == null ? "interactive" : "template",
            call.body().node(),
            templateId,
            clock.instant(),
            call.validKey());
    accepted.add(entry);
    byId.put(entry.messageId(), entry);
    return entry;
  }

  synchronized void refuse(Call call, Refusal refusal) {
    refused.add(
        new Refused(
            call.phone().map(CustomerNumber::e164).orElse(null),
            refusal.code(),
            refusal.error(),
            refusal.httpStatus(),
            clock.instant()));
  }

  synchronized List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  synchronized List<Refused> refused() {
    return List.copyOf(refused);
  }

  /** A message that was sent with this key; others are not to be seen with it. */
  Optional<Accepted> find(long messageId, String key) {
    return Optional.ofNullable(byId.get(messageId)).filter(entry -> entry.key().equals(key));
  }

  /** The newest messages of this key, newest first. */
  synchronized List<Accepted> newest(int limit, String key) {
    return accepted.reversed().stream()
        .filter(entry -> entry.key().equals(key))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void forget() {
    accepted.clear();
    refused.clear();
    byId.clear();
  }
}
