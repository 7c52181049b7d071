package dev.tapflow.drill.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.drill.wire.Line;
import dev.tapflow.drill.wire.Table;

/** Warms up, measures, sends, and measures again. */
record Check(Drill drill, long pid, Line line, String token, Table table) {

  /** For what the machine itself makes and keeps: compiled code's data, buffers of threads. */
  private static final long MOST_BYTES_MORE = 24L * 1024 * 1024;

  private static final int MOST_THREADS_MORE = 40;
  private static final int MOST_SERIES_MORE = 40;

  /**
   * Sends the bodies of these seeds; one in ten of them unsigned.
   *
   * @param warm the first seed after the warm-up
   */
  String run(long warm, long end) {
    drill.sendSigned(0, warm);
    var before = size();
    var taken = drill.takenBytes();
    var unsigned = end - (end - warm) / 10;
    drill.sendSigned(warm, unsigned);
    var signed = size();
    drill.sendUnsigned(unsigned, end);
    var after = size();

    assertThat(after.rows()).as("rows after unsigned bodies").isEqualTo(signed.rows());
    assertThat(after.storedBytes() - before.storedBytes())
        .as("bytes kept, of bodies that were answered 200")
        .isLessThanOrEqualTo(2 * (drill.takenBytes() - taken));
    assertThat(after.series() - before.series()).as("series").isLessThan(MOST_SERIES_MORE);
    assertThat(after.threads() - before.threads()).as("threads").isLessThan(MOST_THREADS_MORE);
    assertThat(after.liveBytes() - before.liveBytes())
        .as("bytes alive after a collection")
        .isLessThan(MOST_BYTES_MORE);
    return "malformed: answers %s, before %s, after %s".formatted(drill.answers(), before, after);
  }

  private Size size() {
    return Size.of(pid, line, token, table);
  }
}
