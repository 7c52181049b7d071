package dev.tapflow.outbox;

import dev.tapflow.outbox.Rounds.Chore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Looks after what nobody else does, about once a second. It is a nudge only: row locks decide
 * which replica does what, so any number of them may sweep. What asks the vendor goes on a round of
 * its own: leases must not wait for it.
 */
@Singleton
final class Sweeper {

  private final Rounds within;
  private final Rounds outside;
  private final Rounds asking;
  private final StatusPolls polls;

  Sweeper(
      Takeover takeover,
      UnclearSends unclear,
      Probes probes,
      StatusPolls polls,
      HttpCallDispatch calls,
      OwedEvents owed,
      Housekeeping housekeeping,
      OutboxSettings settings) {
    within =
        new Rounds(
            "outbox-sweeper",
            settings.sweep(),
            List.of(
                new Chore("leases", takeover::renew),
                new Chore("waiting contacts", takeover::take),
                new Chore("calls", calls::lookAfter),
                new Chore("owed events", owed::tellLeftOver),
                new Chore("housekeeping", housekeeping::keep)));
    outside =
        new Rounds(
            "outbox-asker",
            settings.sweep(),
            List.of(
                new Chore("unclear sends", unclear::lookUp),
                new Chore("stopped channels", probes::probe)));
    asking =
        new Rounds(
            "outbox-poller",
            settings.sweep(),
            List.of(new Chore("delivery statuses", polls::poll)));
    this.polls = polls;
  }

  void start() {
    within.start();
    outside.start();
    asking.start();
  }

  void stop() {
    within.stop();
    outside.stop();
    polls.stop();
    asking.stop();
  }

  /** Waits for what is under way: it may just be taking a contact, or giving one back. */
  void awaitEnd(Instant end) throws InterruptedException {
    within.awaitEnd(end);
    outside.awaitEnd(end);
  }
}
