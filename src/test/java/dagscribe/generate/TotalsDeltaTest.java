package dagscribe.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.limit.AccountLimits;
import dagscribe.limit.LimiterTotals;
import dagscribe.sizing.PackSizer;
import dagscribe.totals.CallTotals;
import dagscribe.totals.RunTotals;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TotalsDeltaTest {

  private static final LimiterTotals LIMITER =
      new LimiterTotals(0, 0, 0, 1, 0, 0, 0, 0, AccountLimits.LEARNED);

  private final TotalsDelta delta = new TotalsDelta("some pass", new PackSizer(1), null);

  /** Two bundles end at once, and one more call has ended when the second of them looks. */
  @Test
  void numbersReadFirst_areReportedFirst() throws InterruptedException {
    CompletableFuture<RunTotals> later = new CompletableFuture<>();
    Thread other = new Thread(() -> later.complete(delta.take(() -> calls(2), () -> LIMITER)));
    RunTotals earlier =
        delta.take(
            () -> {
              other.start();
              awaitTakenOrWaiting(other);
              return calls(1);
            },
            () -> LIMITER);
    other.join();
    assertThat(calls(earlier), is(1L));
    assertThat(calls(later.join()), is(1L));
  }

  private static void awaitTakenOrWaiting(Thread thread) {
    while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private static CallTotals calls(long calls) {
    CallTotals none = CallTotals.NONE;
    return new CallTotals(
        calls,
        calls,
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        0,
        0,
        none.usage(),
        0,
        none.latencies(),
        0,
        0,
        0,
        0);
  }

  private static long calls(RunTotals totals) {
    return totals.allPasses().calls().calls();
  }
}
