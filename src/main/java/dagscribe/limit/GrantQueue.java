package dagscribe.limit;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is to be told outside a lock, by one thread at a time: who is told may settle and ask again
 * at once, which must not grow the stack with every call. Thread-safe.
 */
final class GrantQueue {
  private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger missed = new AtomicInteger();

  /** Keeps one for the next {@link #run}. */
  void add(Runnable delivery) {
    queue.add(delivery);
  }

  /** Runs all that wait, or leaves them to the thread that does so now. */
  void run() {
    if (missed.getAndIncrement() != 0) {
      return;
    }
    int left = 1;
    do {
      Runnable delivery;
      while ((delivery = queue.poll()) != null) {
        delivery.run();
      }
      left = missed.addAndGet(-left);
    } while (left != 0);
  }
}
