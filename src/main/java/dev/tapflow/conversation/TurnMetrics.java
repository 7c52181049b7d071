package dev.tapflow.conversation;

import dev.tapflow.engine.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Counts what turns come to; what an author should mend is logged with flow and step. */
@Singleton
class TurnMetrics {

  private static final Logger LOG = Logger.getLogger(TurnMetrics.class);

  private final MeterRegistry meters;

  TurnMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Trace trace) {
    switch (trace) {
      case Trace.Started started -> meters.counter("tapflow.conversation.started").increment();
      case Trace.Moved moved -> meters.counter("tapflow.turn.moved").increment();
      case Trace.Stayed stayed -> meters.counter("tapflow.turn.stayed").increment();
      case Trace.Failed(var at, var expression, var why) -> {
        LOG.warnf("Expression failed at %s: %s (%s)", at.text(), expression, why);
        meters.counter("tapflow.turn.expression.failed", "step", at.text()).increment();
      }
      case Trace.Cut(var at, var what) -> {
        LOG.warnf("Too long for WhatsApp at %s: %s", at.text(), what);
        meters.counter("tapflow.turn.cut", "step", at.text()).increment();
      }
      case Trace.LimitReached(var at, var limit) -> {
        LOG.warnf("Limit %s reached at %s", limit.name().toLowerCase(Locale.ROOT), at.text());
        meters
            .counter("tapflow.turn.limit", "limit", limit.name().toLowerCase(Locale.ROOT))
            .increment();
      }
    }
  }
}
