package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebhookLaneTest {

  private final List<String> posted = new ArrayList<>();

  @Test
  void repeatsTheFirstLetterBeforeItPostsTheNext() throws Exception {
    var taken = new CountDownLatch(2);
    var lane =
        new WebhookLane(
            body -> {
              posted.add(new String(body, StandardCharsets.UTF_8));
              return posted.size() != 1;
            },
            Thread::startVirtualThread);
    lane.add(letter("first", taken));
    lane.add(letter("second", taken));

    assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(posted).containsExactly("first", "first", "second");
  }

  @Test
  void forgetsWhatWaitsWhenItIsClosed() throws Exception {
    var taken = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var lane =
        new WebhookLane(
            body -> {
              posted.add(new String(body, StandardCharsets.UTF_8));
              asked.countDown();
              closed.await();
              return false;
            },
            work ->
                Thread.startVirtualThread(
                    () -> {
                      work.run();
                      ended.countDown();
                    }));
    lane.add(letter("first", taken));
    lane.add(letter("second", taken));
    asked.await();
    lane.close();
    closed.countDown();

    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(posted).containsExactly("first");
    assertThat(taken.getCount()).isEqualTo(1);
  }

  private static WebhookLane.Letter letter(String body, CountDownLatch taken) {
    return new WebhookLane.Letter(
        body.getBytes(StandardCharsets.UTF_8), System.nanoTime(), taken::countDown);
  }
}
