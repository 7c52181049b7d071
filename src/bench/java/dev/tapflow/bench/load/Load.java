package dev.tapflow.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The load generator and the stub, driven from another thread. */
public final class Load implements AutoCloseable {

  private final EventLoop loop;
  private final Taps taps = new Taps();
  private final Customers customers;
  private final Traffic traffic;
  private final Stub stub;
  private final String secret;

  /**
   * Opens the stub.
   *
   * @param contacts customers in the pool
   * @param secret the channel's app secret, which signs webhooks
   */
  public Load(int contacts, String secret, StubSettings settings) throws IOException {
    this.secret = secret;
    loop = new EventLoop();
    customers = new Customers(contacts);
    traffic = new Traffic(customers, new Webhook(0, secret, taps));
    stub = new Stub(loop, customers, traffic, taps, settings);
    loop.add(traffic);
    loop.add(stub);
    loop.start();
  }

  /** The API's base, for the bot. */
  public String stubUrl() {
    return "http://127.0.0.1:%d%s".formatted(stub.port(), Stub.BASE);
  }

  /** Begins with a bot on a new database: nobody has written yet. */
  public void forget() {
    ask(traffic::forget);
  }

  /** Lets customers tap. */
  public Running start(int botPort, Pace pace) {
    var metronome = metronome(pace);
    ask(() -> traffic.meet(new Webhook(botPort, secret, taps), lines(botPort, pace)));
    ask(() -> traffic.start(pace));
    return new Running(metronome);
  }

  private @Nullable Metronome metronome(Pace pace) {
    return switch (pace) {
      case Pace.AtOnce _ -> null;
      case Pace.Steady(var perSecond) -> new Metronome(loop, perSecond);
    };
  }

  private List<Line> lines(int botPort, Pace pace) {
    try {
      var lines = new ArrayList<Line>();
      for (var i = 0; i < Traffic.linesFor(pace); i++) {
        lines.add(new Line(loop, new InetSocketAddress("127.0.0.1", botPort), traffic));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message of a customer, for a bot that is only starting. */
  public FirstMessage firstMessage(int botPort, int customer) {
    var webhook = new Webhook(botPort, secret, taps);
    return new FirstMessage(botPort, loop.ask(() -> traffic.write(webhook, customer)));
  }

  /** When the last reply came, by {@link System#nanoTime}. */
  public long lastReply() {
    return loop.ask(() -> traffic.tally().lastReply);
  }

  /** What a customer can tap; the key ends with the number. */
  public Offer offerTo(String contactKey) {
    var number = Long.parseLong(contactKey.substring(contactKey.indexOf('+') + 1));
    return loop.ask(() -> offer(customers.of(number)));
  }

  private Offer offer(int customer) {
    var tap = taps.get(customers.tap(customer));
    return new Offer(
        new String(tap.id(), StandardCharsets.UTF_8),
        new String(tap.title(), StandardCharsets.UTF_8),
        tap.isRow(),
        customers.lastMessage(customer));
  }

  /** Everybody can tap this, without having written to this bot before. */
  public void offerToAll(Offer offer) {
    ask(() -> customers.rememberAll(offer.message(), taps.numberOf(offer)));
  }

  /** Fails when the load generator did. */
  public void check() {
    loop.check();
  }

  /** What both ends have counted. */
  public Counted counted() {
    loop.check();
    return loop.ask(traffic::counted);
  }

  private void ask(Runnable order) {
    loop.ask(
        () -> {
          order.run();
          return true;
        });
  }

  @Override
  public void close() throws IOException {
    loop.close();
  }

  /** Customers who tap until they are told to stop. */
  public final class Running implements AutoCloseable {

    private final @Nullable Metronome metronome;

    private Running(@Nullable Metronome metronome) {
      this.metronome = metronome;
    }

    /** Counts from here. */
    public void startMeasuring() {
      ask(() -> traffic.tally().startMeasuring(System.nanoTime()));
    }

    /** Gives what was counted since {@link #startMeasuring}. */
    public Figures stopMeasuring() {
      return loop.ask(() -> traffic.tally().stopMeasuring(System.nanoTime()));
    }

    /** Nobody taps any more; what is on its way goes on. */
    public void stop() {
      ask(traffic::stop);
    }

    /** Hangs up. */
    @Override
    public void close() {
      if (metronome != null) {
        metronome.close();
      }
      ask(traffic::stop);
      ask(traffic::hangUp);
    }
  }
}
