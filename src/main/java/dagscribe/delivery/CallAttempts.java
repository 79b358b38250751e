package dagscribe.delivery;

import java.util.concurrent.CompletableFuture;

/**
 * Makes one attempt at a call, without repeating it.
 *
 * <p>The future completes exceptionally only by a fault in the program. Thread-safe.
 */
interface CallAttempts {

  /** Starts one attempt and returns at once. */
  CompletableFuture<CallAttempt> attempt(Call call);

  /** Starts one more attempt at a call whose last one failed. */
  default CompletableFuture<CallAttempt> attemptAgain(Call call) {
    return attempt(call);
  }
}
