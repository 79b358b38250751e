package dagscribe.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that jumps from task to task; tasks of the same moment run in the order they came. */
final class VirtualTime implements Ticker, Scheduler {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::nanos).thenComparingLong(Task::number));
  private long nowNanos;
  private long number;

  private record Task(long nanos, long number, Runnable body) {}

  @Override
  public long nanos() {
    return nowNanos;
  }

  double seconds() {
    return nowNanos / 1e9;
  }

  @Override
  public void schedule(Duration delay, Runnable task) {
    tasks.add(new Task(nowNanos + Math.max(0, delay.toNanos()), number++, task));
  }

  void schedule(double seconds, Runnable task) {
    schedule(Duration.ofNanos((long) (seconds * 1e9)), task);
  }

  /** Runs everything that is due within this time, and lets it pass. */
  void pass(double seconds) {
    long end = nowNanos + (long) (seconds * 1e9);
    while (!tasks.isEmpty() && tasks.peek().nanos() <= end) {
      Task task = tasks.remove();
      nowNanos = task.nanos();
      task.body().run();
    }
    nowNanos = end;
  }

  /** Runs until nothing is left to do. */
  void finish() {
    while (!tasks.isEmpty()) {
      Task task = tasks.remove();
      nowNanos = task.nanos();
      task.body().run();
    }
  }
}
