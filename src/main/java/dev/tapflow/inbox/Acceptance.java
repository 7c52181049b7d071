package dev.tapflow.inbox;

import java.time.Duration;

/** How the inbox answered; the sender's HTTP answer follows from it. */
public sealed interface Acceptance {

  /** Durable and handled (or known before): never deliver it again. */
  record Durable() implements Acceptance {}

  /** Nothing was taken: the database is away or the inbox is full. Deliver it again later. */
  record NotNow(Duration retryAfter, String why) implements Acceptance {}
}
