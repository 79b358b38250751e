package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.Answer;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageOutcome;
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
    CompletableFuture<MessageOutcome> result = patient.send(FakeAttempts.request());
    while (!result.isDone()) {
      attempts.end(FakeAttempts.failure(kind));
      wakeAll();
    }
    CallFailure failure = (CallFailure) result.join();
    assertThat(failure.kind(), is(kind));
    assertThat(failure.attempts(), is(kind.maxAttempts()));
    assertThat(attempts.started.size(), is(kind.maxAttempts()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void callWithoutOutput_saysNothingOfTheCallsThatAreAllRefused(boolean isRefused) {
    client.send(withoutOutput());
    List<CompletableFuture<MessageOutcome>> results = new ArrayList<>();
    for (int i = 0; i < FirstRefusals.MANY; i++) {
      results.add(client.send(FakeAttempts.request()));
    }
    attempts.end(
        isRefused
            ? FakeAttempts.failure(FailureKind.BROKEN_ANSWER, null, false)
            : FakeAttempts.answer(Usage.NONE));
    results.forEach(result -> attempts.end(FakeAttempts.failure(FailureKind.INVALID_REQUEST)));
    assertThat(((CallFailure) results.get(0).join()).kind(), is(FailureKind.ALL_REFUSED));
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
    CompletableFuture<MessageOutcome> result = client.send(FakeAttempts.request());
    attempts.end(FakeAttempts.failure(FailureKind.TIMEOUT));
    wakeAll();
    attempts.end(FakeAttempts.failure(FailureKind.OVERLOADED));
    wakeAll();
    attempts.end(FakeAttempts.answer(Usage.NONE));
    assertThat(((Answer) result.join()).attempts(), is(3));
  }

  @Test
  void delay_growsUnlessTheServerNamesOne() {
    client.send(FakeAttempts.request());
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
    CompletableFuture<MessageOutcome> refused = client.send(FakeAttempts.request());
    attempts.end(FakeAttempts.failure(FailureKind.OVERLOADED, null, false));
    assertThat(((CallFailure) refused.join()).attempts(), is(1));
    CompletableFuture<MessageOutcome> repeated = client.send(FakeAttempts.request());
    attempts.end(FakeAttempts.failure(FailureKind.INVALID_REQUEST, null, true));
    wakeAll();
    attempts.end(FakeAttempts.answer(Usage.NONE));
    assertThat(((Answer) repeated.join()).attempts(), is(2));
  }

  @Test
  void ambiguousAttempts_areCounted() {
    CompletableFuture<MessageOutcome> result = client.send(FakeAttempts.request());
    attempts.end(FakeAttempts.failure(FailureKind.TIMEOUT));
    wakeAll();
    attempts.end(FakeAttempts.failure(FailureKind.INVALID_REQUEST));
    assertThat(((CallFailure) result.join()).ambiguousAttempts(), is(1));
  }

  @Test
  void stop_endsAWaitAtOnceAndLeavesCallsInFlightAlone() {
    CompletableFuture<MessageOutcome> asleep = client.send(FakeAttempts.request());
    attempts.end(FakeAttempts.failure(FailureKind.OVERLOADED));
    CompletableFuture<MessageOutcome> inFlight = client.send(FakeAttempts.request());
    stop.trip(new CallFailure(FailureKind.SPEND_LIMIT, "spent", 429, "req", 1, 0));
    assertThat(((CallFailure) asleep.join()).kind(), is(FailureKind.SPEND_LIMIT));
    assertThat(((CallFailure) asleep.join()).attempts(), is(1));
    assertThat(((CallFailure) client.send(FakeAttempts.request()).join()).attempts(), is(0));
    assertThat(inFlight.isDone(), is(false));
    attempts.end(FakeAttempts.answer(Usage.NONE));
    assertThat(inFlight.join() instanceof Answer, is(true));
    wakeAll();
    assertThat(attempts.started.size(), is(2));
  }

  @Test
  void longOutage_stopsEverything() {
    outage = RetryingClient.OUTAGE_PATIENCE.plusSeconds(1);
    CompletableFuture<MessageOutcome> result = client.send(FakeAttempts.request());
    attempts.end(FakeAttempts.failure(FailureKind.CONNECTION));
    assertThat(((CallFailure) result.join()).attempts(), is(1));
    CallFailure later = (CallFailure) client.send(FakeAttempts.request()).join();
    assertThat(later, is(new CallFailure(FailureKind.CONNECTION, "said so", 0, "req", 0, 0)));
  }

  @Test
  void close_completesCallsThatAreOpen() {
    CompletableFuture<MessageOutcome> open = client.send(FakeAttempts.request());
    client.close();
    assertThat(((CallFailure) open.join()).message(), is("the client was closed"));
    assertThat(attempts.isClosed, is(true));
  }
}
