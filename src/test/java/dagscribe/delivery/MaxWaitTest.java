package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.limit.AccountLimits;
import dagscribe.limit.CallLimiter;
import dagscribe.limit.LimiterSettings;
import dagscribe.limit.Scheduler;
import dagscribe.limit.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How long a pause a server may ask for. */
class MaxWaitTest {

  private final FakeAttempts attempts = new FakeAttempts();
  private final StopSignal stop = new StopSignal();
  private final RetryingClient client = client();

  private RetryingClient client() {
    LimiterSettings oneAtOnce = new LimiterSettings(AccountLimits.LEARNED, 1, 1);
    Scheduler never = (delay, task) -> {};
    CallLimiter limiter = new CallLimiter(oneAtOnce, Ticker.system(), never);
    stop.onTrip(limiter::close);
    return new RetryingClient(
        new ThrottlingClient(attempts, limiter, stop, Duration.ofHours(1)),
        stop,
        limiter::outage,
        12,
        never,
        () -> 0.0);
  }

  @Test
  void longerPause_endsTheAskingAtOnceForAll() {
    CompletableFuture<CallOutcome> refused = client.send(FakeAttempts.call());
    CompletableFuture<CallOutcome> waiting = client.send(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.RATE_LIMITED, Duration.ofMinutes(61), null));

    CallFailure failure = FakeAttempts.failure(refused);
    assertThat(failure.kind(), is(FailureKind.WAIT_TOO_LONG));
    assertThat(failure.attempts(), is(1));
    assertThat(
        failure.message(), containsString("wait for 3660 s, longer than --maxWait: said so"));
    assertThat(FakeAttempts.failure(waiting).kind(), is(FailureKind.WAIT_TOO_LONG));
    assertThat(attempts.started.size(), is(1));
  }

  @Test
  void pauseOfThatLength_isWaitedFor() {
    CompletableFuture<CallOutcome> refused = client.send(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.RATE_LIMITED, Duration.ofHours(1), null));
    assertThat(refused.isDone(), is(false));
  }
}
