package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingClientTest {
  private final FakeAttempts attempts = new FakeAttempts();
  private final StopSignal stop = new StopSignal();
  private final List<Duration> delays = new ArrayList<>();
  private final List<Runnable> sleeping = new ArrayList<>();
  private Duration outage = Duration.ZERO;
  private final RetryingClient client =
      new RetryingClient(
          attempts,
          stop,
          () -> outage,
          20,
          (delay, task) -> {
            delays.add(delay);
            sleeping.add(task);
          },
          () -> 0.0);

  private void wakeAll() {
    List<Runnable> due = List.copyOf(sleeping);
    sleeping.clear();
    due.forEach(Runnable::run);
  }

  @ParameterizedTest
  @EnumSource
  void persistentFailure_endsAfterItsAttempts(FailureKind kind) {
    RetryingClient patient =
        new RetryingClient(
            attempts, stop, () -> outage, 100, (delay, task) -> sleeping.add(task), () -> 0.0);
    CompletableFuture<CallOutcome> result = patient.send(FakeAttempts.call());
    while (!result.isDone()) {
      attempts.end(FakeAttempts.failure(kind));
      wakeAll();
    }
    CallFailure failure = FakeAttempts.failure(result);
    assertThat(failure.kind(), is(kind));
    assertThat(failure.attempts(), is(kind.maxAttempts()));
    assertThat(attempts.started.size(), is(kind.maxAttempts()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void callWithoutOutput_saysNothingOfTheCallsThatAreAllRefused(boolean isRefused) {
    client.send(FakeAttempts.call(withoutOutput()));
    List<CompletableFuture<CallOutcome>> results = new ArrayList<>();
    for (int i = 0; i < FirstRefusals.MANY; i++) {
      results.add(client.send(FakeAttempts.call()));
    }
    attempts.end(
        isRefused
            ? FakeAttempts.failure(FailureKind.BROKEN_ANSWER, null, false)
            : FakeAttempts.answer(Usage.NONE));
    results.forEach(result -> attempts.end(FakeAttempts.failure(FailureKind.INVALID_REQUEST)));
    assertThat(FakeAttempts.failure(results.get(0)).kind(), is(FailureKind.ALL_REFUSED));
  }

  private static MessageRequest withoutOutput() {
    MessageRequest request = FakeAttempts.request();
    ModelSettings settings = request.settings();
    return new MessageRequest(
        new ModelSettings(settings.model(), settings.thinking(), settings.effort(), 0),
        request.system(),
        true,
        request.user(),
        request.schema(),
        request.estimate());
  }

  @Test
  void answer_countsAllAttempts() {
    CompletableFuture<CallOutcome> result = client.send(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.TIMEOUT));
    wakeAll();
    attempts.end(FakeAttempts.failure(FailureKind.OVERLOADED));
    wakeAll();
    attempts.end(FakeAttempts.answer(Usage.NONE));
    assertThat(FakeAttempts.answer(result).attempts(), is(3));
  }

  @Test
  void delay_growsUnlessTheServerNamesOne() {
    client.send(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.OVERLOADED));
    wakeAll();
    attempts.end(FakeAttempts.failure(FailureKind.OVERLOADED));
    wakeAll();
    attempts.end(FakeAttempts.failure(FailureKind.RATE_LIMITED, Duration.ofSeconds(90), null));
    assertThat(
        delays,
        is(List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(90))));
  }

  @Test
  void serversWord_overridesTheTableBothWays() {
    CompletableFuture<CallOutcome> refused = client.send(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.OVERLOADED, null, false));
    assertThat(FakeAttempts.failure(refused).attempts(), is(1));
    CompletableFuture<CallOutcome> repeated = client.send(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.INVALID_REQUEST, null, true));
    wakeAll();
    attempts.end(FakeAttempts.answer(Usage.NONE));
    assertThat(FakeAttempts.answer(repeated).attempts(), is(2));
  }

  @Test
  void ambiguousAttempts_areCounted() {
    CompletableFuture<CallOutcome> result = client.send(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.TIMEOUT));
    wakeAll();
    attempts.end(FakeAttempts.failure(FailureKind.INVALID_REQUEST));
    assertThat(FakeAttempts.failure(result).ambiguousAttempts(), is(1));
  }

  @Test
  void stop_endsAWaitAtOnceAndLeavesCallsInFlightAlone() {
    CompletableFuture<CallOutcome> asleep = client.send(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.OVERLOADED));
    CompletableFuture<CallOutcome> inFlight = client.send(FakeAttempts.call());
    stop.trip(new CallFailure(FailureKind.SPEND_LIMIT, "spent", 429, "req", 1, 0));
    assertThat(FakeAttempts.failure(asleep).kind(), is(FailureKind.SPEND_LIMIT));
    assertThat(FakeAttempts.failure(asleep).attempts(), is(1));
    assertThat(FakeAttempts.failure(client.send(FakeAttempts.call())).attempts(), is(0));
    assertThat(inFlight.isDone(), is(false));
    attempts.end(FakeAttempts.answer(Usage.NONE));
    assertThat(inFlight.join() instanceof CallOutcome.Answered, is(true));
    wakeAll();
    assertThat(attempts.started.size(), is(2));
  }

  @Test
  void longOutage_stopsEverything() {
    outage = RetryingClient.OUTAGE_PATIENCE.plusSeconds(1);
    CompletableFuture<CallOutcome> result = client.send(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.CONNECTION));
    assertThat(FakeAttempts.failure(result).attempts(), is(1));
    CallFailure later = FakeAttempts.failure(client.send(FakeAttempts.call()));
    assertThat(later, is(new CallFailure(FailureKind.CONNECTION, "said so", 0, "req", 0, 0)));
  }

  @Test
  void abandon_completesCallsThatAreOpen() {
    CompletableFuture<CallOutcome> open = client.send(FakeAttempts.call());
    client.abandon(new CallFailure(FailureKind.CONNECTION, "closed", 0, "", 0, 0));
    assertThat(FakeAttempts.failure(open).message(), is("closed"));
  }
}
