package dagscribe.delivery;

import dagscribe.limit.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the first attempt ahead of all others, so that a wrong key, an unknown model or an empty
 * account is found out by one call and not by a wave of them. Thread-safe.
 *
 * <p>A server refuses before it begins to work, so the others wait for that long and no longer:
 * till the first attempt has ended, or the head start is over. Turned down: a call without output
 * that all others wait for, as its answer takes as long as the first word of any.
 */
final class HeadStartClient implements CallAttempts {

  private final CallAttempts inner;
  private final Scheduler scheduler;
  private final Duration headStart;
  private final List<Waiting> waiting = new ArrayList<>();
  private boolean hasBegun;
  private boolean isOver;

  /**
   * @param headStart above 0; about what a refusal takes
   */
  HeadStartClient(CallAttempts inner, StopSignal stop, Scheduler scheduler, Duration headStart) {
    this.inner = inner;
    this.scheduler = scheduler;
    this.headStart = headStart;
    stop.onTrip(this::end);
  }

  private record Waiting(Call call, CompletableFuture<CallAttempt> result) {}

  @Override
  public CompletableFuture<CallAttempt> attempt(Call call) {
    synchronized (this) {
      if (hasBegun && !isOver) {
        Waiting one = new Waiting(call, new CompletableFuture<>());
        waiting.add(one);
        return one.result();
      }
      if (isOver) {
        return inner.attempt(call);
      }
      hasBegun = true;
    }
    scheduler.schedule(headStart, this::end);
    return inner.attempt(call).whenComplete((attempt, thrown) -> end());
  }

  /** Only the first is repeated before the others begin. */
  @Override
  public CompletableFuture<CallAttempt> attemptAgain(Call call) {
    return inner.attemptAgain(call);
  }

  private void end() {
    List<Waiting> all;
    synchronized (this) {
      isOver = true;
      all = List.copyOf(waiting);
      waiting.clear();
    }
    all.forEach(this::sendOn);
  }

  private void sendOn(Waiting one) {
    var unused =
        inner
            .attempt(one.call())
            .whenComplete(
                (attempt, thrown) -> {
                  if (attempt == null) {
                    one.result().completeExceptionally(thrown);
                  } else {
                    one.result().complete(attempt);
                  }
                });
  }
}
