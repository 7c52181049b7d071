package dev.tapflow.bench.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Everybody who may write. A customer is busy from a tap until it was answered 200 and its reply
 * was taken; arrays, since there may be a million of them.
 */
public final class Customers {

  /** Spanish mobile numbers, one after the other. */
  public static final long FIRST_NUMBER = 34_600_000_000L;

  private static final int FREE = 0;
  static final int ANSWER_OWED = 1;
  static final int REPLY_OWED = 2;

  private final SplittableRandom random = new SplittableRandom(20_260_101);
  private final byte[] owed;
  private final long[] since;
  private final int[] tap;
  private final long[] lastMessage;

  Customers(int count) {
    owed = new byte[count];
    since = new long[count];
    tap = new int[count];
    lastMessage = new long[count];
  }

  int count() {
    return owed.length;
  }

  /** They have never written. */
  void forget() {
    Arrays.fill(owed, (byte) FREE);
    Arrays.fill(tap, 0);
  }

  static long number(int customer) {
    return FIRST_NUMBER + customer;
  }

  /** The customer of a number; one outside the pool is a bug of the bot or ours. */
  int of(long number) {
    var customer = number - FIRST_NUMBER;
    if (customer < 0 || customer >= owed.length) {
      throw new IllegalStateException("Expected a customer's number, but got another");
    }
    return (int) customer;
  }

  /** One who is not busy, at random. */
  int draw() {
    while (true) {
      var customer = random.nextInt(owed.length);
      if (owed[customer] == FREE) {
        return customer;
      }
    }
  }

  void begin(int customer, long nanos) {
    owed[customer] = ANSWER_OWED | REPLY_OWED;
    since[customer] = nanos;
  }

  long since(int customer) {
    return since[customer];
  }

  boolean owes(int customer, int what) {
    return (owed[customer] & what) != 0;
  }

  /** Whether nothing is owed any more. */
  boolean settle(int customer, int what) {
    owed[customer] &= (byte) ~what;
    return owed[customer] == FREE;
  }

  boolean hasWritten(int customer) {
    return tap[customer] != 0;
  }

  /** The number of the option that this customer taps next. */
  int tap(int customer) {
    return tap[customer] - 1;
  }

  long lastMessage(int customer) {
    return lastMessage[customer];
  }

  void remember(int customer, long message, int nextTap) {
    lastMessage[customer] = message;
    tap[customer] = nextTap + 1;
  }

  /** Everybody can tap the same. */
  void rememberAll(long message, int nextTap) {
    Arrays.fill(lastMessage, message);
    Arrays.fill(tap, nextTap + 1);
  }

  int random(int bound) {
    return random.nextInt(bound);
  }
}
