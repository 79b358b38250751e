package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dagscribe.sim.Latency.Timing;
import dagscribe.sim.Latency.Work;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

  private static final Work SHORT = new Work(220, 2_000, 40, false);

  private static double percentile(double share, Work work, ToDoubleFunction<Timing> seconds) {
    double[] sorted =
        LongStream.range(0, 10_001)
            .mapToObj(call -> Latency.modelled().draw(work, Dice.of(3, call)))
            .mapToDouble(seconds)
            .sorted()
            .toArray();
    return sorted[(int) (share * 10_000)];
  }

  private static double whole(Timing timing) {
    return timing.whole().toNanos() / 1e9;
  }

  private static double first(Timing timing) {
    return timing.firstToken().toNanos() / 1e9;
  }

  @Test
  void fixed_isTheSameForEveryAnswer() {
    Duration three = Duration.ofSeconds(3);

    assertThat(Latency.fixed(three).draw(SHORT, Dice.of(1, 2)), is(new Timing(three, three)));
  }

  @Test
  void model_ofAShortAnswer_isThatOfTheObservedCalls() {
    assertThat(percentile(0.5, SHORT, LatencyTest::first), is(closeTo(0.84, 0.05)));
    assertThat(percentile(0.5, SHORT, LatencyTest::whole), is(closeTo(1.05, 0.1)));
    assertThat(percentile(0.95, SHORT, LatencyTest::whole), is(closeTo(1.9, 0.3)));
    assertThat(percentile(1.0, SHORT, LatencyTest::whole), is(greaterThan(5.0)));
  }

  @Test
  void model_growsWithOutputAndUncachedInput() {
    Work longOutput = new Work(220, 2_000, 4_400, false);
    Work longInput = new Work(220, 102_000, 40, false);

    assertThat(percentile(0.5, longOutput, LatencyTest::whole), is(closeTo(20.9, 1.0)));
    assertThat(percentile(0.5, longInput, LatencyTest::whole), is(closeTo(3.05, 0.2)));
  }

  @Test
  void model_ofANewSchema_takesSecondsMore() {
    Work compiled = new Work(220, 2_000, 40, true);

    assertThat(percentile(0.5, compiled, LatencyTest::whole), is(closeTo(6.6, 0.5)));
  }
}
