package dagscribe.delivery;

import java.util.concurrent.CompletableFuture;

/**
 * Makes one call, through as many attempts as it takes.
 *
 * <p>The future completes exceptionally only by a fault in the program: failure is a value.
 * Thread-safe.
 */
interface CallClient {

  /** Starts one call and returns at once. */
  CompletableFuture<CallOutcome> send(Call call);
}
