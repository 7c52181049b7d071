package dev.tapflow.drill.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.drill.wire.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Sends the bodies over some connections and looks at each answer. */
final class Drill {

  private static final int UNDER_WAY = 64;
  private static final List<Integer> SIGNED = List.of(200, 400);
  private static final List<Integer> UNSIGNED = List.of(401);

  private final Target target;
  private final List<Line> lines;
  private final Malformed meta = Malformed.meta(Instant.now().getEpochSecond());
  private final Malformed replies = Malformed.replies(Instant.now().getEpochSecond());
  private final TreeMap<Integer, Integer> answers = new TreeMap<>();
  private final List<Sent> underWay = new ArrayList<>();
  private long takenBytes;

  Drill(Target target, List<Line> lines) {
    this.target = target;
    this.lines = List.copyOf(lines);
  }

  private record Sent(long seed, int bytes, CompletableFuture<Line.Answer> answer) {}

  /** Bodies of senders who know the secret. */
  void sendSigned(long from, long to) {
    for (var seed = from; seed < to; seed++) {
      var body = body(seed);
      send(new Sent(seed, body.length, door(seed).knock(line(seed), body)), SIGNED);
    }
    check(SIGNED);
  }

  /** The same from those who do not. */
  void sendUnsigned(long from, long to) {
    for (var seed = from; seed < to; seed++) {
      var body = body(seed);
      send(new Sent(seed, body.length, door(seed).knockUnsigned(line(seed), body, seed)), UNSIGNED);
    }
    check(UNSIGNED);
  }

  /** How many were answered with which status. */
  Map<Integer, Integer> answers() {
    return answers;
  }

  /** The bytes of the bodies that were answered 200: nothing else may have been kept. */
  long takenBytes() {
    return takenBytes;
  }

  private void send(Sent sent, List<Integer> right) {
    underWay.add(sent);
    if (underWay.size() == UNDER_WAY) {
      check(right);
    }
  }

  private void check(List<Integer> right) {
    for (var sent : underWay) {
      var answer = sent.answer().join();
      assertThat(answer.status())
          .as("the body of seed %d: %s", sent.seed(), answer.body())
          .isIn(right);
      answers.merge(answer.status(), 1, Integer::sum);
      takenBytes += answer.status() == 200 ? sent.bytes() : 0;
    }
    underWay.clear();
  }

  private byte[] body(long seed) {
    return isMeta(seed) ? meta.body(seed) : replies.body(seed);
  }

  private static boolean isMeta(long seed) {
    return seed % 3 != 0;
  }

  private Target.Door door(long seed) {
    var handled = seed / 2 % 2 == 0;
    return isMeta(seed) ? target.meta(handled) : target.replies(handled);
  }

  private Line line(long seed) {
    return lines.get((int) (seed % lines.size()));
  }
}
