package dagscribe.progress;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A daemon thread that does something four times a second until it is ended. Thread-safe. */
final class PeriodicRefresh {

  private static final long INTERVAL_MILLIS = 250;

  /**
   * For the look that is under way; one that writes to a terminal that is held may take for ever.
   */
  private static final long PATIENCE_MILLIS = 2_000;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> looks;

  PeriodicRefresh(Runnable look) {
    looks =
        clock.scheduleWithFixedDelay(look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Ends it; a look that is under way is awaited.
   *
   * @throws ExecutionException if one has failed, after which there were no more
   */
  void end() throws ExecutionException, InterruptedException {
    clock.shutdown();
    boolean unused = clock.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    // Only now, since the last look may be the one that fails; one that did not is cancelled.
    if (looks.isDone() && !looks.isCancelled()) {
      looks.get();
    }
  }
}
