package dagscribe.delivery;

import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Stops the asking when a server never says yes: the first {@value #MANY} calls all ended in the
 * same refusal that no waiting mends, such as 400 for a field that a gateway does not know.
 * Thread-safe.
 *
 * <p>A refused call does not end before it is known whose fault that is. The first answer, or a
 * failure of another kind, shows that the server tells calls apart, and those that wait fail by
 * themselves; so they do when no other call is open that could tell. Otherwise all of them were
 * stopped, and nothing is lost: the same calls may succeed when the server is mended.
 *
 * <p>Failures that may pass (5xx, connections) are not for this: {@link
 * RetryingClient#OUTAGE_PATIENCE} bounds those. Nor is a call that is too large, as smaller ones
 * follow it.
 */
final class FirstRefusals {

  /** Calls that must be refused: more than are bad by chance, fewer than a run can be. */
  static final int MANY = 20;

  private static final Set<FailureKind> LASTING =
      EnumSet.of(FailureKind.INVALID_REQUEST, FailureKind.CONFLICT, FailureKind.BROKEN_ANSWER);

  private final StopSignal stop;
  private final List<Refused> waiting = new ArrayList<>();
  private @Nullable CallFailure first;
  private int open;
  private int refused;
  private boolean isOver;

  FirstRefusals(StopSignal stop) {
    this.stop = stop;
  }

  private record Refused(CallOutcome.Failed failed, CompletableFuture<CallOutcome> result) {}

  /** A call begins; what this gives ends when the call has ended and its outcome is known. */
  CompletableFuture<CallOutcome> watch(CompletableFuture<CallOutcome> call) {
    CompletableFuture<CallOutcome> result = new CompletableFuture<>();
    synchronized (this) {
      open++;
    }
    var unused =
        call.whenComplete(
            (outcome, thrown) -> {
              List<Ended> ended = outcome == null ? endOfWatch() : ended(outcome, result);
              stopIfAllRefused(ended);
              release(ended);
              if (outcome == null) {
                result.completeExceptionally(thrown);
              }
            });
    return result;
  }

  /** Counts an outcome; gives the calls that end by it, each with its own outcome. */
  private synchronized List<Ended> ended(
      CallOutcome outcome, CompletableFuture<CallOutcome> result) {
    open--;
    List<Ended> ended = new ArrayList<>();
    if (refused == MANY && outcome instanceof CallOutcome.Failed late && isLikeTheFirst(late)) {
      // It was in flight when the run stopped.
      ended.add(new Ended(allRefused(late.failure()), result));
    } else if (isOver
        || !(outcome instanceof CallOutcome.Failed failed)
        || !isLikeTheFirst(failed)) {
      isOver = isOver || !isStopped(outcome);
      ended.add(new Ended(outcome, result));
    } else {
      waiting.add(new Refused(failed, result));
      refused++;
      isOver = refused == MANY;
    }
    if (isOver || open == 0) {
      ended.addAll(released());
    }
    return ended;
  }

  private record Ended(CallOutcome outcome, CompletableFuture<CallOutcome> result) {}

  // Outside the lock, as what hears of the stop ends other calls; before any of these is told.
  private void stopIfAllRefused(List<Ended> ended) {
    ended.stream()
        .map(Ended::outcome)
        .filter(CallOutcome.Failed.class::isInstance)
        .map(outcome -> ((CallOutcome.Failed) outcome).failure())
        .filter(failure -> failure.kind() == FailureKind.ALL_REFUSED)
        .reduce((earlier, later) -> later)
        .ifPresent(stop::trip);
  }

  // Outside the lock: what depends on an outcome asks again.
  private static void release(List<Ended> ended) {
    ended.forEach(each -> each.result().complete(each.outcome()));
  }

  private synchronized List<Ended> endOfWatch() {
    open--;
    isOver = true;
    return released();
  }

  private List<Ended> released() {
    boolean stopped = refused == MANY;
    List<Ended> released =
        waiting.stream()
            .map(
                each ->
                    new Ended(
                        stopped ? allRefused(each.failed().failure()) : each.failed(),
                        each.result()))
            .toList();
    waiting.clear();
    return released;
  }

  private boolean isLikeTheFirst(CallOutcome.Failed failed) {
    CallFailure failure = failed.failure();
    if (!LASTING.contains(failure.kind()) || failure.attempts() == 0) {
      return false;
    }
    if (first == null) {
      first = failure;
    }
    return first.kind() == failure.kind() && first.status() == failure.status();
  }

  /** Whether a call was never made, or ended with all others: it says nothing of the server. */
  private static boolean isStopped(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Failed failed
        && (failed.failure().attempts() == 0
            || failed.failure().kind().effect() == FailureKind.Effect.STOP);
  }

  private static CallOutcome allRefused(CallFailure failure) {
    return new CallOutcome.Failed(
        new CallFailure(
            FailureKind.ALL_REFUSED,
            "the first " + MANY + " calls were all refused: " + failure.message(),
            failure.status(),
            failure.requestId(),
            failure.attempts(),
            failure.ambiguousAttempts()));
  }
}
