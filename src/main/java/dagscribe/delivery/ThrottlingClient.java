package dagscribe.delivery;

import dagscribe.claude.Answer;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.Usage;
import dagscribe.limit.CallLimiter;
import dagscribe.limit.DropReason;
import dagscribe.limit.Permit;
import dagscribe.limit.Quota;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes a permit for each attempt, and settles it by the attempt's outcome. An outcome after which
 * nothing more is to be asked trips the stop switch. Thread-safe.
 */
final class ThrottlingClient implements AttemptClient {
  private static final CallFailure CLOSED =
      new CallFailure(FailureKind.CONNECTION, "the client is closed", 0, "", 0, 0);

  private final AttemptClient inner;
  private final CallLimiter limiter;
  private final Quota quota;
  private final StopSignal stop;
  private final @Nullable Duration maxWait;

  /**
   * @param quota what the limiter draws on, closed with this
   * @param maxWait a server that asks for a longer pause ends the asking; null waits for as long as
   *     it says
   */
  ThrottlingClient(
      AttemptClient inner,
      CallLimiter limiter,
      Quota quota,
      StopSignal stop,
      @Nullable Duration maxWait) {
    this.inner = inner;
    this.limiter = limiter;
    this.quota = quota;
    this.stop = stop;
    this.maxWait = maxWait;
  }

  @Override
  public CompletableFuture<Attempt> send(MessageRequest request) {
    TokenEstimate estimate = request.estimate();
    return granted(limiter.acquire(estimate.inputTokens(), estimate.outputTokens()), request);
  }

  @Override
  public CompletableFuture<Attempt> sendAgain(MessageRequest request) {
    TokenEstimate estimate = request.estimate();
    return granted(limiter.acquireAgain(estimate.inputTokens(), estimate.outputTokens()), request);
  }

  private CompletableFuture<Attempt> granted(
      CompletableFuture<Permit> asked, MessageRequest request) {
    return asked
        .thenApply(Optional::of)
        .exceptionally(closed -> Optional.empty())
        .thenCompose(permit -> permit.map(p -> attempt(p, request)).orElseGet(this::notSent));
  }

  private CompletableFuture<Attempt> attempt(Permit permit, MessageRequest request) {
    if (stop.cause() != null) {
      permit.ignored();
      return notSent();
    }
    return inner.send(request).whenComplete((attempt, thrown) -> settle(permit, attempt));
  }

  private void settle(Permit permit, @Nullable Attempt attempt) {
    if (attempt == null) {
      permit.ignored();
      return;
    }
    permit.learn(attempt.account());
    if (attempt.outcome() instanceof Answer answer) {
      Usage usage = answer.usage();
      permit.succeeded(
          usage.inputTokens() + usage.cacheCreationInputTokens(),
          usage.outputTokens(),
          answer.latency());
    } else if (attempt.outcome() instanceof CallFailure failure) {
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

  private CompletableFuture<Attempt> notSent() {
    CallFailure cause = stop.cause();
    return CompletableFuture.completedFuture(Attempt.of(cause == null ? CLOSED : cause));
  }

  @Override
  public void close() {
    limiter.close();
    inner.close();
    quota.close();
  }
}
