package dagscribe.worker;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits in real time. */
final class SystemWait {

  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

  private SystemWait() {}

  /** Returns when the condition holds, or after the longest wait. */
  static void until(BooleanSupplier condition, Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
