package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import dagscribe.totals.CallTotals;
import dagscribe.totals.Latencies;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallMeterTest {
  private final CallMeter meter = new CallMeter(() -> Instant.ofEpochMilli(7_000));

  @Test
  void meter_countsCallsAndAttemptsApart() {
    FakeAttempts attempts = new FakeAttempts();
    AttemptMeteringClient client = new AttemptMeteringClient(attempts, meter);
    client.attempt(FakeAttempts.call());
    client.attempt(FakeAttempts.call());
    assertThat(meter.totals().inFlight(), is(2));
    attempts.end(FakeAttempts.failure(FailureKind.RATE_LIMITED));
    attempts.end(FakeAttempts.answer(new Usage(1, 2, 3, 4)));
    meter.callStarted();
    meter.callEnded("claude-haiku-5-5", FakeAttempts.answer(new Usage(1, 2, 3, 4)).outcome());
    CallTotals totals = meter.totals();
    assertThat(totals.calls(), is(1L));
    assertThat(totals.attempts(), is(2L));
    assertThat(totals.rateLimitedAttempts(), is(1L));
    assertThat(totals.answers(), is(Map.of(StopReason.END_TURN, 1L)));
    assertThat(totals.usage(), is(new Usage(1, 2, 3, 4)));
    assertThat(totals.latencies(), is(new Latencies(1, 1_000, 1_000, 1_000)));
    assertThat(totals.inFlight(), is(0));
    assertThat(totals.maxInFlight(), is(2));
    assertThat(totals.firstCallEpochMillis(), is(7_000L));
  }

  @Test
  void callAskedElsewhere_isNoFailureHoweverOftenItWasTried() {
    for (int attempts : new int[] {0, 3}) {
      meter.callStarted();
      meter.callEnded(
          "claude-haiku-5-5",
          new CallOutcome.Failed(
              new CallFailure(FailureKind.ASKED_ELSEWHERE, "elsewhere", 0, "", attempts, 0)));
    }
    assertThat(meter.totals().failures(), is(Map.of()));
    assertThat(meter.totals().retries(), is(2L));
    assertThat("only what was sent", meter.totals().calls(), is(1L));
  }

  @Test
  void plus_addsUpAndKeepsTheOuterTimes() {
    meter.attemptStarted();
    meter.attemptEnded(FakeAttempts.failure(FailureKind.TIMEOUT).outcome());
    CallTotals one = meter.totals();
    CallTotals sum = one.plus(CallTotals.NONE).plus(one);
    assertThat(sum.attempts(), is(2L));
    assertThat(sum.ambiguousAttempts(), is(2L));
    assertThat(sum.failedAttempts(), is(Map.of(FailureKind.TIMEOUT, 2L)));
    assertThat(sum.firstCallEpochMillis(), is(7_000L));
    assertThat(sum.lastAnswerEpochMillis(), is(7_000L));
  }
}
