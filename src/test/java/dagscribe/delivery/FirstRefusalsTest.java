package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstRefusalsTest {

  private final StopSignal stop = new StopSignal();
  private final FirstRefusals refusals = new FirstRefusals(stop);
  private final List<CompletableFuture<CallOutcome>> calls = new ArrayList<>();
  private final List<CompletableFuture<CallOutcome>> results = new ArrayList<>();

  private void begin(int many) {
    for (int i = 0; i < many; i++) {
      calls.add(new CompletableFuture<>());
      results.add(refusals.watch(calls.get(calls.size() - 1)));
    }
  }

  private void end(int from, int to, FailureKind kind, int status) {
    IntStream.range(from, to)
        .forEach(
            i ->
                calls.get(i).complete(failed(new CallFailure(kind, "no " + i, status, "r", 1, 0))));
  }

  private static CallOutcome failed(CallFailure failure) {
    return new CallOutcome.Failed(failure);
  }

  private FailureKind kind(int call) {
    return ((CallOutcome.Failed) results.get(call).getNow(null)).failure().kind();
  }

  private long done() {
    return results.stream().filter(CompletableFuture::isDone).count();
  }

  @ParameterizedTest
  @EnumSource(names = {"INVALID_REQUEST", "CONFLICT", "BROKEN_ANSWER"})
  void firstTwentyRefusedAlike_stopTheRunAndAreStoppedThemselves(FailureKind kind) {
    begin(50);
    end(0, 19, kind, 400);
    assertThat(done(), is(0L));
    assertThat(stop.cause(), is(nullValue()));

    end(19, 20, kind, 400);
    CallFailure cause = Objects.requireNonNull(stop.cause());
    assertThat(cause.kind(), is(FailureKind.ALL_REFUSED));
    assertThat(cause.message(), containsString("no 19"));
    assertThat(done(), is(20L));
    assertThat(kind(0), is(FailureKind.ALL_REFUSED));
  }

  @Test
  void stop_isToldOutsideTheLockAndBeforeAnyCallEnds() {
    List<Long> doneAtStop = new ArrayList<>();
    stop.onTrip(
        () -> {
          assertThat(Thread.holdsLock(refusals), is(false));
          doneAtStop.add(done());
        });
    begin(20);
    end(0, 20, FailureKind.INVALID_REQUEST, 400);
    assertThat(doneAtStop, is(List.of(0L)));
  }

  @Test
  void callsInFlightWhenTheRunStops_areStoppedIfRefusedAlike() {
    begin(22);
    end(0, 20, FailureKind.INVALID_REQUEST, 400);
    end(20, 21, FailureKind.INVALID_REQUEST, 400);
    end(21, 22, FailureKind.TOO_LARGE, 413);
    assertThat(kind(20), is(FailureKind.ALL_REFUSED));
    assertThat(kind(21), is(FailureKind.TOO_LARGE));
  }

  @Test
  void oneAnswer_letsAllFailByThemselves() {
    begin(40);
    end(0, 19, FailureKind.INVALID_REQUEST, 400);
    calls.get(19).complete(FakeAttempts.answer(Usage.NONE).outcome());
    end(20, 40, FailureKind.INVALID_REQUEST, 400);
    assertThat(stop.cause(), is(nullValue()));
    assertThat(done(), is(40L));
    assertThat(kind(0), is(FailureKind.INVALID_REQUEST));
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "TIMEOUT", "TOO_LARGE", "CONNECTION", "RATE_LIMITED"})
  void otherFailure_showsThatCallsAreToldApart(FailureKind other) {
    begin(40);
    end(0, 10, FailureKind.INVALID_REQUEST, 400);
    end(10, 11, other, 500);
    end(11, 40, FailureKind.INVALID_REQUEST, 400);
    assertThat(stop.cause(), is(nullValue()));
    assertThat(done(), is(40L));
  }

  @Test
  void anotherStatus_isAnotherRefusal() {
    begin(25);
    end(0, 5, FailureKind.INVALID_REQUEST, 400);
    end(5, 25, FailureKind.INVALID_REQUEST, 422);
    assertThat(stop.cause(), is(nullValue()));
  }

  @Test
  void fewCalls_doNotWaitForOthersThatNeverCome() {
    begin(3);
    end(0, 3, FailureKind.INVALID_REQUEST, 400);
    assertThat(done(), is(3L));
    assertThat(kind(2), is(FailureKind.INVALID_REQUEST));

    begin(17);
    end(3, 20, FailureKind.INVALID_REQUEST, 400);
    assertThat(Objects.requireNonNull(stop.cause()).kind(), is(FailureKind.ALL_REFUSED));
    assertThat(kind(3), is(FailureKind.ALL_REFUSED));
  }

  @Test
  void callsStoppedForAnotherReason_sayNothing() {
    begin(4);
    end(0, 2, FailureKind.INVALID_REQUEST, 400);
    calls.get(2).complete(failed(new CallFailure(FailureKind.STOPPED, "Ctrl-C", 0, "", 0, 0)));
    assertThat(results.get(2).isDone(), is(true));
    assertThat(results.get(0).isDone(), is(false));
    calls.get(3).complete(failed(new CallFailure(FailureKind.STOPPED, "Ctrl-C", 0, "", 0, 0)));
    assertThat(done(), is(4L));
  }
}
