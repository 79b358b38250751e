package dagscribe.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.FailureKind;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import dagscribe.totals.CallTotals;
import dagscribe.totals.Latencies;
import dagscribe.totals.PassTotals;
import dagscribe.totals.ThrottlingTotals;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallTableTest {

  static final PassTotals ASKED =
      new PassTotals(
          new CallTotals(
              1,
              2,
              3,
              Map.of(StopReason.END_TURN, 4L, StopReason.REFUSAL, 5L),
              Map.of(FailureKind.TIMEOUT, 6L),
              Map.of(FailureKind.RATE_LIMITED, 7L),
              8,
              9,
              new Usage(10, 11, 12, 13),
              1_500_000,
              new Latencies(9, 14, 1, 2),
              1_000,
              3_500,
              0,
              15),
          new ThrottlingTotals(0, 16, 17, 18, 19),
          Map.of("4, as set", 20L),
          21);

  /** The names are those of {@code report.json}, which programs read. */
  @Test
  void of_givesEveryNumberItsName() {
    assertThat(
        CallTable.of(ASKED).entrySet().stream().map(Object::toString).toList(),
        contains(
            "ambiguous=8",
            "answered=9",
            "answered.END_TURN=4",
            "answered.REFUSAL=5",
            "answersNotKept=9",
            "asked=1",
            "cacheCreationInputTokens=12",
            "cacheReadInputTokens=13",
            "cuts=19",
            "failed.TIMEOUT=6",
            "gateClosings=18",
            "inputTokens=10",
            "latencyMillis=14",
            "outputTokens=11",
            "retries=3",
            "sent=2",
            "sentInVain.RATE_LIMITED=7",
            "throttledMillis=17",
            "waitedMillis=16"));
    assertThat(CallTable.of(PassTotals.NONE).keySet(), is(Set.of()));
  }
}
