package dagscribe.delivery;

import dagscribe.claude.CallFailure;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The calls that may be in flight over all clients together, first come, first served. Each limiter
 * keeps its own below that number; this keeps their sum. Thread-safe.
 */
final class CallSlots {

  private final StopSignal stop;
  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private int most;
  private int taken;

  /**
   * @param most calls in flight, 1 or more
   */
  CallSlots(int most, StopSignal stop) {
    this.most = most;
    this.stop = stop;
  }

  /** Attempts that each take a slot, from the start to the end. */
  CallAttempts around(CallAttempts inner) {
    return call -> take().thenCompose(granted -> attempt(inner, call));
  }

  private CompletableFuture<CallAttempt> attempt(CallAttempts inner, Call call) {
    CallFailure cause = stop.cause();
    CompletableFuture<CallAttempt> attempt =
        cause == null
            ? inner.attempt(call)
            : CompletableFuture.completedFuture(CallAttempt.failed(cause));
    return attempt.whenComplete((ended, thrown) -> giveBack());
  }

  /** Lets so many calls be in flight; those that are go on. */
  void allow(int calls) {
    synchronized (this) {
      most = calls;
    }
    grant();
  }

  private CompletableFuture<Void> take() {
    CompletableFuture<Void> granted = new CompletableFuture<>();
    synchronized (this) {
      waiting.add(granted);
    }
    grant();
    return granted;
  }

  private void giveBack() {
    synchronized (this) {
      taken--;
    }
    grant();
  }

  // Outside the lock, as what is granted calls the server.
  private void grant() {
    CompletableFuture<Void> next;
    while ((next = next()) != null) {
      next.complete(null);
    }
  }

  private synchronized @Nullable CompletableFuture<Void> next() {
    if (taken >= most || waiting.isEmpty()) {
      return null;
    }
    taken++;
    return waiting.remove();
  }
}
