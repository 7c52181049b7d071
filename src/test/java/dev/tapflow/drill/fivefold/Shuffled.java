package dev.tapflow.drill.fivefold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.drill.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Delivers each webhook five times over two connections: the first copies in order on the first of
 * them, the other four whenever it happens: at once with the first, before it was answered, or much
 * later; alone, or several in one body.
 */
final class Shuffled {

  private static final int OTHERS = 4;
  private static final int MOST_UNDER_WAY = 32;

  private final Line first;
  private final Line second;
  private final Door door;
  private final Random random;
  private final List<byte[]> later = new ArrayList<>();
  private final List<CompletableFuture<Line.Answer>> underWay = new ArrayList<>();
  private int delivered;

  Shuffled(Line first, Line second, Door door, long seed) {
    this.first = first;
    this.second = second;
    this.door = door;
    this.random = new Random(seed);
  }

  /** Delivers the first copy, and some other copies of this or of earlier webhooks. */
  void deliver(byte[] body) {
    delivered++;
    var races = random.nextInt(3) == 0;
    if (races) {
      awaitAnswers();
    }
    underWay.add(door.deliver(first, body));
    if (races) {
      underWay.add(door.deliver(second, body));
    }
    for (var copy = races ? 1 : 0; copy < OTHERS; copy++) {
      later.add(body);
    }
    for (var copies = random.nextInt(6); copies > 0 && !later.isEmpty(); copies--) {
      underWay.add(door.deliver(random.nextInt(4) == 0 ? first : second, someOfThem()));
    }
    if (underWay.size() > MOST_UNDER_WAY) {
      awaitAnswers();
    }
  }

  /** Delivers every copy that is left. */
  void deliverTheRest() {
    while (!later.isEmpty()) {
      underWay.add(door.deliver(random.nextBoolean() ? first : second, someOfThem()));
    }
    awaitAnswers();
  }

  /** Whatever was sent must have been taken. */
  void awaitAnswers() {
    underWay.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));
    underWay.clear();
  }

  int delivered() {
    return delivered;
  }

  private byte[] someOfThem() {
    var bodies = new ArrayList<byte[]>();
    for (var some = random.nextInt(4) == 0 ? 5 : 1; some > 0 && !later.isEmpty(); some--) {
      var last = later.removeLast();
      if (later.isEmpty()) {
        bodies.add(last);
      } else {
        bodies.add(later.set(random.nextInt(later.size()), last));
      }
    }
    return bodies.size() == 1 ? bodies.getFirst() : Bodies.together(bodies);
  }
}
