package dagscribe.sim;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets work wait without a thread of its own: one timer thread for all, then a worker. */
final class Delays {

  private final ScheduledExecutorService timer;
  private final Executor workers;

  Delays(ScheduledExecutorService timer, Executor workers) {
    this.timer = timer;
    this.workers = workers;
  }

  /** Does the work after the delay; at once, in the calling thread, if that is zero. */
  void after(Duration delay, Runnable work) {
    if (delay.isZero()) {
      work.run();
    } else {
      Future<?> unused =
          timer.schedule(() -> workers.execute(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
