package dagscribe.claude;

import dagscribe.limit.CallLimiter;
import dagscribe.limit.Drop;
import dagscribe.limit.Permit;
import dagscribe.limit.Quota;
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
  private final StopSwitch stop;

  /**
   * @param quota what the limiter draws on, closed with this
   */
  ThrottlingClient(AttemptClient inner, CallLimiter limiter, Quota quota, StopSwitch stop) {
    this.inner = inner;
    this.limiter = limiter;
    this.quota = quota;
    this.stop = stop;
  }

  @Override
  public CompletableFuture<Attempt> send(MessageRequest request) {
    TokenEstimate estimate = request.estimate();
    return limiter
        .acquire(estimate.inputTokens(), estimate.outputTokens())
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
      Drop drop = failure.kind().drop();
      if (drop == null) {
        permit.ignored();
      } else {
        permit.dropped(attempt.serverDelay(), drop);
      }
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
