package dagscribe.limit;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs a task later, on a thread that must not be blocked. */
@FunctionalInterface
public interface Scheduler {

  /** Runs the task once, not before the delay has passed. */
  void schedule(Duration delay, Runnable task);

  /** A scheduler that uses the given executor; a task that comes after its shutdown is dropped. */
  static Scheduler of(ScheduledExecutorService executor) {
    return (delay, task) -> {
      if (!executor.isShutdown()) {
        // The executor's own future is not needed: a task here cannot fail without its waiters
        // learning of it through their own futures.
        var unused = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
