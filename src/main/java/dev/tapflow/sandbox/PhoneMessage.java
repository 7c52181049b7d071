package dev.tapflow.sandbox;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One bubble of a chat: who wrote it when, what it holds, and how far it came. */
record PhoneMessage(String id, Side from, Instant at, Content content, Progress progress) {

  enum Side {
    BUSINESS,
    CUSTOMER
  }

  /** In the order in which they may follow one another; {@code FAILED} is final. */
  enum Status {
    SENT,
    DELIVERED,
    READ,
    FAILED;

    /** The word Meta and Octopods' reference pages use. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How far a message came: the business' as its sender sees it, the customer's as its webhook got.
   *
   * @param error why it failed, in the words its sender was given
   */
  record Progress(
      Status status,
      @Nullable Instant deliveredAt,
      @Nullable Instant readAt,
      @Nullable String error) {

    private static final Progress SENT = new Progress(Status.SENT, null, null, null);

    boolean allows(Status next) {
      return status != Status.FAILED && next.compareTo(status) > 0;
    }

    /** What is read was delivered, too. */
    private Progress to(Status next, Instant now, @Nullable String why) {
      boolean arrived = next == Status.DELIVERED || next == Status.READ;
      return new Progress(
          next,
          arrived && deliveredAt == null ? now : deliveredAt,
          next == Status.READ ? now : readAt,
          why);
    }
  }

  static PhoneMessage fromBusiness(String id, Instant at, Content content) {
    return new PhoneMessage(id, Side.BUSINESS, at, content, Progress.SENT);
  }

  static PhoneMessage fromCustomer(String id, Instant at, Content content) {
    return new PhoneMessage(id, Side.CUSTOMER, at, content, Progress.SENT);
  }

  Status status() {
    return progress.status();
  }

  PhoneMessage to(Status next, Instant now, @Nullable String why) {
    return new PhoneMessage(id, from, at, content, progress.to(next, now, why));
  }
}
