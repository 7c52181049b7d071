package dev.tapflow.sandbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who looks at which phone right now, and what they are shown when it changes. */
@Singleton
final class Live {

  /** What a watching page is told; {@code data} is JSON. */
  record News(String event, String data) {}

  private final String business;
  private final Map<CustomerNumber, Set<MultiEmitter<? super News>>> watching =
      new ConcurrentHashMap<>();

  Live(SandboxSettings settings) {
    this.business = settings.business();
  }

  /** The whole chat at once, and again after each change, and the clock when it is moved. */
  Multi<News> watch(Customer customer) {
    return Multi.createFrom()
        .<News>emitter(
            emitter -> {
              var others =
                  watching.computeIfAbsent(
                      customer.number(), number -> ConcurrentHashMap.newKeySet());
              others.add(emitter);
              emitter.onTermination(() -> others.remove(emitter));
              emitter.emit(messagesOf(customer));
            },
            BackPressureStrategy.BUFFER);
  }

  /** Called while the customer is locked. */
  void changed(Customer customer) {
    var watchers = watching.getOrDefault(customer.number(), Set.of());
    if (!watchers.isEmpty()) {
      var news = messagesOf(customer);
      watchers.forEach(watcher -> watcher.emit(news));
    }
  }

  void clockMoved(Instant now) {
    var news = new News("clock", Json.write(new ClockResource.Now(now)));
    watching.values().forEach(watchers -> watchers.forEach(watcher -> watcher.emit(news)));
  }

  private News messagesOf(Customer customer) {
    return new News("messages", Json.write(PhoneDocument.of(customer, business)));
  }
}
