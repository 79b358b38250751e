package dagscribe.cache;

import java.time.Duration;

/** The machine's own time. */
final class SystemPause implements Pause {

  @Override
  public void of(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
