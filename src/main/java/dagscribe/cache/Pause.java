package dagscribe.cache;

import java.time.Duration;

/** Lets time pass in the thread that calls it. */
@FunctionalInterface
interface Pause {

  /** Returns after this time, or at once if the thread is interrupted, which stays so. */
  void of(Duration time);
}
