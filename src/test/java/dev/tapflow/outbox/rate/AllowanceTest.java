package dev.tapflow.outbox.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AllowanceTest {

  /** One draw of some replica: so long after the last, and each token used so late. */
  record Step(double after, int waiting, int spare, double lateness) {}

  /**
   * Which replica draws makes no difference, since each keeps its tokens for at most the hold. So
   * any schedule of draws by any number of replicas is a list of draws.
   */
  @Property
  void neverLetsMoreThroughThanTheBurstAndTheRate(
      @ForAll("rates") Rate rate, @ForAll("schedules") List<Step> schedule) {
    var used = uses(rate, schedule);

    var each = rate.nanosEach() / 1e9;
    var most = Math.max(rate.burst(), 1);
    for (int from = 0; from < used.size(); from++) {
      for (int to = from; to < used.size(); to++) {
        var allowed = most + (used.get(to) - used.get(from)) / each;
        assertThat(to - from + 1.0).isLessThanOrEqualTo(allowed + 1e-6);
      }
    }
  }

  private static List<Double> uses(Rate rate, List<Step> schedule) {
    var allowance = Allowance.of("b", rate);
    double[] now = {0};
    var buckets = new SharedBuckets(() -> now[0]);
    var used = new ArrayList<Double>();
    for (var step : schedule) {
      now[0] += step.after();
      var wish = new Wish(allowance, step.waiting(), allowance.hold() > 0 ? step.spare() : 0);
      var slice = buckets.draw(List.of(wish)).slices().getFirst();
      for (int i = 0; i < slice.count(); i++) {
        var earliest = Math.max(now[0], now[0] + slice.firstIn() + i * allowance.each());
        var latest = Math.max(now[0] + allowance.hold(), earliest);
        used.add(earliest + step.lateness() * (latest - earliest));
      }
    }
    Collections.sort(used);
    return used;
  }

  @Property
  void losesNothingToThoseWhoWait(@ForAll("rates") Rate rate) {
    var allowance = Allowance.of("b", rate);
    double[] now = {0};
    var buckets = new SharedBuckets(() -> now[0]);
    long drawn = 0;
    for (; now[0] < 60; now[0] += 0.1) {
      drawn += buckets.draw(List.of(new Wish(allowance, 1_000_000, 0))).slices().getFirst().count();
    }

    var due = (60 + allowance.depth()) / allowance.each();
    assertThat((double) drawn).isBetween(Math.floor(due * 0.99) - 1, Math.ceil(due * 1.01) + 1);
  }

  @Provide
  Arbitrary<Rate> rates() {
    var bursts = Arbitraries.integers().between(1, 100);
    var eachs = Arbitraries.integers().between(1, 100);
    var periods = Arbitraries.of(100, 250, 1000, 6000);
    return Combinators.combine(bursts, eachs, periods)
        .as((burst, each, period) -> new Rate(burst, each, Duration.ofMillis(period)));
  }

  @Provide
  Arbitrary<List<Step>> schedules() {
    var afters = Arbitraries.doubles().between(0, 0.6);
    var counts = Arbitraries.integers().between(0, 60);
    var late = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(afters, counts, counts, late).as(Step::new).list().ofMaxSize(12);
  }
}
