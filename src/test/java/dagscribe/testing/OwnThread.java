package dagscribe.testing;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work of a test in a thread of its own. The common pool has one thread on a small machine, and
 * others need it: from Java 25 on it tells when processes end.
 */
public final class OwnThread {

  private OwnThread() {}

  /** Starts the work, and gives what becomes of it. */
  public static <T> CompletableFuture<T> supply(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task, "own").start());
  }
}
