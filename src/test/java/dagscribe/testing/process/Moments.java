package dagscribe.testing.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time in which another process goes on; what is waited for is asked after every moment. */
public final class Moments {

  private static final Duration MOMENT = Duration.ofMillis(20);

  private Moments() {}

  /** Lets a moment pass. */
  public static void pass() {
    LockSupport.parkNanos(MOMENT.toNanos());
  }
}
