package dev.tapflow.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The exchanges: a tap, its 200, its reply; and who taps next. */
final class Traffic implements EventLoop.Chore {

  private static final int LINES_OF_STEADY_TRAFFIC = 256;

  private final Customers customers;
  private final Tally tally = new Tally();
  private final List<Line> lines = new ArrayList<>();
  private final Deque<Line> idle = new ArrayDeque<>();
  private final Deque<Long> overdue = new ArrayDeque<>();
  private Webhook webhook;
  private Pace pace = new Pace.AtOnce(0);
  private boolean running;
  private long nextDue;
  private int inFlight;

  Traffic(Customers customers, Webhook webhook) {
    this.customers = customers;
    this.webhook = webhook;
  }

  Tally tally() {
    return tally;
  }

  Counted counted() {
    return new Counted(tally.answered, tally.accepted, tally.refused, tally.surprises, inFlight);
  }

  static int linesFor(Pace pace) {
    return switch (pace) {
      case Pace.AtOnce(var atOnce) -> atOnce;
      case Pace.Steady _ -> LINES_OF_STEADY_TRAFFIC;
    };
  }

  /** A fresh database knows nobody. */
  void meet(Webhook newWebhook, List<Line> newLines) {
    webhook = newWebhook;
    lines.addAll(newLines);
    idle.addAll(newLines);
  }

  void start(Pace newPace) {
    pace = newPace;
    running = true;
    switch (pace) {
      case Pace.AtOnce(var atOnce) -> {
        for (var i = 0; i < atOnce; i++) {
          begin(System.nanoTime());
        }
      }
      case Pace.Steady _ -> nextDue = System.nanoTime();
    }
  }

  /** A customer whose message is delivered by somebody else. */
  byte[] write(Webhook by, int customer) {
    customers.begin(customer, System.nanoTime());
    var out = new Buffer();
    by.write(out, customers, customer);
    return Arrays.copyOfRange(out.bytes(), out.start(), out.end());
  }

  void stop() {
    running = false;
    overdue.clear();
  }

  void forget() {
    customers.forget();
    tally.forget();
    inFlight = 0;
  }

  void hangUp() {
    try {
      for (var line : lines) {
        line.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.clear();
    idle.clear();
  }

  @Override
  public void look() {
    if (running && pace instanceof Pace.Steady(var perSecond)) {
      var now = System.nanoTime();
      while (nextDue <= now) {
        beginOrQueue(nextDue);
        nextDue += 1_000_000_000 / perSecond;
      }
    }
  }

  /** A {@link Metronome} wakes the loop more exactly than a timeout could. */
  @Override
  public long againIn() {
    return Long.MAX_VALUE;
  }

  private void beginOrQueue(long due) {
    if (idle.isEmpty()) {
      overdue.add(due);
    } else {
      begin(due);
    }
  }

  private void begin(long since) {
    var line = idle.pop();
    var customer = customers.draw();
    customers.begin(customer, since);
    inFlight++;
    webhook.write(line.out(), customers, customer);
    try {
      line.send(customer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answered(Line line, int customer, int status) {
    if (customer < 0) {
      throw new IllegalStateException("Expected no answer without a delivery, but got " + status);
    }
    idle.push(line);
    if (status == 200) {
      tally.answered++;
      if (tally.measuring) {
        tally.answers.add(System.nanoTime() - customers.since(customer));
      }
      settle(customer, Customers.ANSWER_OWED);
    } else {
      refuse(customer);
    }
    if (!overdue.isEmpty() && !idle.isEmpty()) {
      begin(overdue.poll());
    }
  }

  /** The bot hung up. */
  void lost(Line line, int customer) {
    lines.remove(line);
    idle.remove(line);
    if (customer >= 0) {
      refuse(customer);
    }
  }

  private void refuse(int customer) {
    tally.refused++;
    settle(customer, Customers.ANSWER_OWED | Customers.REPLY_OWED);
  }

  /** A message has come to the stub. */
  void replied(int customer, long now) {
    tally.lastReply = now;
    if (!customers.owes(customer, Customers.REPLY_OWED)) {
      tally.surprises++;
    } else if (tally.measuring) {
      tally.replies.add(now - customers.since(customer));
    }
  }

  /** The stub has answered that it accepts the message. */
  void accepted(int customer) {
    tally.accepted++;
    if (customers.owes(customer, Customers.REPLY_OWED)) {
      settle(customer, Customers.REPLY_OWED);
    }
  }

  private void settle(int customer, int what) {
    if (!customers.settle(customer, what)) {
      return;
    }
    inFlight--;
    if (tally.measuring) {
      tally.handled++;
    }
    if (running && pace instanceof Pace.AtOnce && !idle.isEmpty()) {
      begin(System.nanoTime());
    }
  }
}
