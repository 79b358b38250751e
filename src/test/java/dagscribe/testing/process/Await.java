package dagscribe.testing.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
public final class Await {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private Await() {}

  /**
   * Returns once the condition holds.
   *
   * @throws AssertionError if it does not in time
   */
  public static void until(Duration patience, String what, BooleanSupplier condition) {
    until(patience, PAUSE, what, condition);
  }

  /** The same, with so long between two looks at a condition that costs something. */
  public static void until(
      Duration patience, Duration pause, String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}
