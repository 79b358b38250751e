package dagscribe.delivery;

import dagscribe.claude.Answer;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.Usage;
import dagscribe.limit.CallLimiter;
import dagscribe.limit.DropReason;
import dagscribe.limit.Permit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes a permit for each attempt, and settles it by the attempt's outcome. An outcome after which
 * nothing more is to be asked trips the stop switch. Thread-safe.
 */
final class ThrottlingClient implements CallAttempts {
  private static final CallFailure CLOSED =
      new CallFailure(FailureKind.CONNECTION, "the client is closed", 0, "", 0, 0);

  private final CallAttempts inner;
  private final CallLimiter limiter;
  private final StopSignal stop;
  private final @Nullable Duration maxWait;

  /**
   * @param maxWait a server that asks for a longer pause ends the asking; null waits for as long as
   *     it says
   */
  ThrottlingClient(
      CallAttempts inner, CallLimiter limiter, StopSignal stop, @Nullable Duration maxWait) {
    this.inner = inner;
    this.limiter = limiter;
    this.stop = stop;
    this.maxWait = maxWait;
  }

  @Override
  public CompletableFuture<CallAttempt> attempt(Call call) {
    TokenEstimate estimate = call.request().estimate();
    return granted(limiter.acquire(estimate.inputTokens(), estimate.outputTokens()), call);
  }

  @Override
  public CompletableFuture<CallAttempt> attemptAgain(Call call) {
    TokenEstimate estimate = call.request().estimate();
    return granted(limiter.acquireAgain(estimate.inputTokens(), estimate.outputTokens()), call);
  }

  private CompletableFuture<CallAttempt> granted(CompletableFuture<Permit> asked, Call call) {
    return asked
        .thenApply(Optional::of)
        .exceptionally(closed -> Optional.empty())
        .thenCompose(permit -> permit.map(p -> attempt(p, call)).orElseGet(this::notSent));
  }

  private CompletableFuture<CallAttempt> attempt(Permit permit, Call call) {
    if (stop.cause() != null) {
      permit.ignored();
      return notSent();
    }
    return inner.attempt(call).whenComplete((attempt, thrown) -> settle(permit, attempt));
  }

  private void settle(Permit permit, @Nullable CallAttempt attempt) {
    if (attempt == null) {
      permit.ignored();
      return;
    }
    permit.learn(attempt.account());
    if (attempt.outcome() instanceof CallOutcome.Answered answered) {
      Answer answer = answered.answer();
      Usage usage = answer.usage();
      permit.succeeded(
          usage.inputTokens() + usage.cacheCreationInputTokens(),
          usage.outputTokens(),
          answer.latency());
    } else if (attempt.outcome() instanceof CallOutcome.Failed failed) {
      CallFailure failure = failed.failure();
      if (failure.kind().effect() == FailureKind.Effect.STOP) {
        // Before the permit is given back, or the next call would take it and be sent.
        stop.trip(failure);
      }
      stopIfTooLong(attempt.serverDelay(), failure);
      DropReason drop = failure.kind().drop();
      if (drop == null) {
        permit.ignored();
      } else {
        permit.dropped(attempt.serverDelay(), drop);
      }
    }
  }

  private void stopIfTooLong(@Nullable Duration asked, CallFailure failure) {
    if (maxWait != null && asked != null && asked.compareTo(maxWait) > 0) {
      String message =
          "the server asks to wait for "
              + asked.toSeconds()
              + " s, longer than --maxWait: "
              + failure.message();
      stop.trip(
          new CallFailure(
              FailureKind.WAIT_TOO_LONG, message, failure.status(), failure.requestId(), 0, 0));
    }
  }

  private CompletableFuture<CallAttempt> notSent() {
    CallFailure cause = stop.cause();
    return CompletableFuture.completedFuture(CallAttempt.failed(cause == null ? CLOSED : cause));
  }
}
