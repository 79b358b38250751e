package dagscribe.delivery;

import dagscribe.claude.Answer;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call through all its attempts.
 *
 * <p>Attempts follow each other, so its counters need no lock; the only race is between the timer
 * and the stop switch over who ends a wait, and {@code isAsleep} decides that.
 */
final class RepeatedCall {
  private final RetryingClient client;
  private final Call call;
  private final int maxAttempts;
  private final CompletableFuture<CallOutcome> result = new CompletableFuture<>();
  private final AtomicBoolean isAsleep = new AtomicBoolean();
  private final Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
  private int attempts;
  private int ambiguousAttempts;

  RepeatedCall(RetryingClient client, Call call, int maxAttempts) {
    this.client = client;
    this.call = call;
    this.maxAttempts = maxAttempts;
  }

  CompletableFuture<CallOutcome> result() {
    return result;
  }

  void attempt() {
    CallFailure cause = client.stop().cause();
    if (cause != null) {
      abandon(cause);
      return;
    }
    var unused =
        client
            .attempt(call, !failures.isEmpty())
            .whenComplete(
                (attempt, thrown) -> {
                  if (attempt == null) {
                    result.completeExceptionally(thrown);
                  } else {
                    ended(attempt);
                  }
                });
  }

  /** Ends the wait between two attempts; does nothing outside one. */
  void wake() {
    if (isAsleep.compareAndSet(true, false)) {
      attempt();
    }
  }

  void abandon(CallFailure cause) {
    result.complete(new CallOutcome.Failed(with(cause)));
  }

  private void ended(CallAttempt attempt) {
    if (attempt.outcome() instanceof CallOutcome.Answered answered) {
      attempts += answered.answer().attempts();
      result.complete(new CallOutcome.Answered(with(answered.answer()), answered.kept()));
    } else if (attempt.outcome() instanceof CallOutcome.Failed failed) {
      CallFailure failure = failed.failure();
      attempts += failure.attempts();
      ambiguousAttempts += failure.ambiguousAttempts();
      client.stopIfHopeless(failure);
      if (isRepeated(failure, attempt.shouldRetry())) {
        sleep(attempt);
      } else {
        result.complete(new CallOutcome.Failed(with(failure), failed.askedElsewhere()));
      }
    }
  }

  private boolean isRepeated(CallFailure failure, @Nullable Boolean shouldRetry) {
    FailureKind kind = failure.kind();
    int ofKind = failures.merge(kind, 1, Integer::sum);
    if (kind.effect() == FailureKind.Effect.STOP || failure.attempts() == 0) {
      return false;
    }
    if (shouldRetry != null) {
      return shouldRetry && counted() < maxAttempts;
    }
    return ofKind < kind.maxAttempts() && counted() < maxAttempts;
  }

  /** Refusals by the account's limits are not the call's doing. */
  private int counted() {
    return attempts
        - failures.getOrDefault(FailureKind.RATE_LIMITED, 0)
        - failures.getOrDefault(FailureKind.ACCELERATION_LIMITED, 0);
  }

  private void sleep(CallAttempt attempt) {
    isAsleep.set(true);
    client.wakeLater(this, attempts, attempt);
    if (client.stop().cause() != null) {
      wake();
    }
  }

  private CallFailure with(CallFailure failure) {
    return new CallFailure(
        failure.kind(),
        failure.message(),
        failure.status(),
        failure.requestId(),
        attempts,
        ambiguousAttempts);
  }

  private Answer with(Answer answer) {
    return new Answer(
        answer.text(),
        answer.stopReason(),
        answer.refusalCategory(),
        answer.usage(),
        answer.latency(),
        answer.requestId(),
        attempts);
  }
}
