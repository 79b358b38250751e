package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a pause a server may ask for. */
class MaxWaitTest {

  private final FakeAttempts attempts = new FakeAttempts();
  private final ClaudeClient client =
      ClaudeClient.over(
          attempts,
          ClientSettings.DEFAULTS
              .withWorkers(1)
              .withWaits(new ClientSettings.Waits(Duration.ofHours(1), Duration.ZERO)));

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void longerPause_endsTheAskingAtOnceForAll() {
    CompletableFuture<MessageOutcome> refused = client.send(FakeAttempts.request());
    CompletableFuture<MessageOutcome> waiting = client.send(FakeAttempts.request());
    attempts.end(FakeAttempts.failure(FailureKind.RATE_LIMITED, Duration.ofMinutes(61), null));

    CallFailure failure = (CallFailure) refused.join();
    assertThat(failure.kind(), is(FailureKind.WAIT_TOO_LONG));
    assertThat(failure.attempts(), is(1));
    assertThat(
        failure.message(), containsString("wait for 3660 s, longer than --maxWait: said so"));
    assertThat(((CallFailure) waiting.join()).kind(), is(FailureKind.WAIT_TOO_LONG));
    assertThat(attempts.started.size(), is(1));
  }

  @Test
  void pauseOfThatLength_isWaitedFor() {
    CompletableFuture<MessageOutcome> refused = client.send(FakeAttempts.request());
    attempts.end(FakeAttempts.failure(FailureKind.RATE_LIMITED, Duration.ofHours(1), null));
    assertThat(refused.isDone(), is(false));
  }
}
