package dagscribe.delivery;

import dagscribe.claude.Answer;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.Prices;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import dagscribe.totals.CallTotals;
import dagscribe.totals.Latencies;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Counts calls and attempts. Thread-safe. */
final class CallMeter {
  private final InstantSource clock;
  private final Map<StopReason, Long> answers = new EnumMap<>(StopReason.class);
  private final Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
  private final Map<FailureKind, Long> failedAttempts = new EnumMap<>(FailureKind.class);
  private Usage usage = Usage.NONE;
  private long nanoUsd;
  private long calls;
  private long attempts;
  private long ambiguousAttempts;
  private long answersNotKept;
  private Latencies latencies = Latencies.NONE;
  private long retries;
  private long firstCallEpochMillis;
  private long lastAnswerEpochMillis;
  private int inFlight;
  private int maxInFlight;

  CallMeter(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void callStarted() {
    calls++;
  }

  synchronized void callEnded(String model, CallOutcome outcome) {
    if (outcome instanceof CallOutcome.Answered answered) {
      Answer answer = answered.answer();
      nanoUsd += Prices.of(model).map(price -> price.nanoUsd(answer.usage())).orElse(0L);
      answers.merge(answer.stopReason(), 1L, Long::sum);
      usage = usage.plus(answer.usage());
      latencies = latencies.plus(answer.latency().toMillis());
      retries += answer.attempts() - 1;
    } else if (outcome instanceof CallOutcome.Failed failed) {
      failed(failed.failure());
    }
  }

  /** A call that another run makes has not failed; if it was never attempted here, it is none. */
  private void failed(CallFailure failure) {
    retries += Math.max(0, failure.attempts() - 1);
    if (failure.kind() != FailureKind.ASKED_ELSEWHERE) {
      failures.merge(failure.kind(), 1L, Long::sum);
    } else if (failure.attempts() == 0) {
      calls--;
    }
  }

  synchronized void attemptStarted() {
    attempts++;
    inFlight++;
    maxInFlight = Math.max(maxInFlight, inFlight);
    if (firstCallEpochMillis == 0) {
      firstCallEpochMillis = clock.millis();
    }
  }

  /** An attempt has ended; one that was not sent after all is none. */
  synchronized void attemptEnded(CallOutcome outcome) {
    inFlight--;
    if (outcome instanceof CallOutcome.Failed unsent && unsent.failure().attempts() == 0) {
      attempts--;
      return;
    }
    lastAnswerEpochMillis = clock.millis();
    if (outcome instanceof CallOutcome.Failed failed) {
      CallFailure failure = failed.failure();
      failedAttempts.merge(failure.kind(), 1L, Long::sum);
      ambiguousAttempts += failure.ambiguousAttempts();
    }
  }

  /** An attempt ended by a fault in the program. */
  synchronized void attemptBroken() {
    inFlight--;
  }

  /** So many answers could not be kept. */
  synchronized void notKept(int answers) {
    answersNotKept += answers;
  }

  synchronized CallTotals totals() {
    return new CallTotals(
        calls,
        attempts,
        retries,
        answers,
        failures,
        failedAttempts,
        ambiguousAttempts,
        answersNotKept,
        usage,
        nanoUsd,
        latencies,
        firstCallEpochMillis,
        lastAnswerEpochMillis,
        inFlight,
        maxInFlight);
  }
}
