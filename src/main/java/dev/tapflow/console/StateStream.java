package dev.tapflow.console;

import dev.tapflow.conversation.ConversationNews;
import dev.tapflow.message.ContactKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A contact's state as it changes. News of this replica come at once; a slow tick shows what other
 * replicas and the sender changed. A state equal to the last one is not sent again.
 */
@ApplicationScoped
class StateStream {

  private static final Duration TICK = Duration.ofMillis(700);

  private final ConversationNews news;

  StateStream(ConversationNews news) {
    this.news = news;
  }

  Multi<ContactState> of(ContactKey key, Supplier<ContactState> read) {
    Multi<Long> nudges =
        Multi.createFrom()
            .emitter(
                emitter -> {
                  var subscription =
                      news.listen(
                          changed -> {
                            if (changed.equals(key)) {
                              emitter.emit(0L);
                            }
                          });
                  emitter.onTermination(subscription::close);
                });
    var ticks = Multi.createFrom().ticks().every(TICK).onOverflow().drop();
    return Multi.createBy()
        .merging()
        .streams(nudges, ticks)
        .onOverflow()
        .dropPreviousItems()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(nudge -> read.get())
        .skip()
        .repetitions();
  }
}
