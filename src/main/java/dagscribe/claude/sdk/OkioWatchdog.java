package dagscribe.claude.sdk;

import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;

/**
 * The thread that watches over the timeouts of the SDK's HTTP client, one for all clients. It
 * sleeps until the first timeout that it knows of would have come, even if the call has ended
 * since, and ends once it has had nothing to watch for a minute. Until then it holds on to the
 * classes of the job whose calls it watched.
 */
final class OkioWatchdog {

  private OkioWatchdog() {}

  /** Lets it see that calls have ended. */
  static void wake() {
    AsyncTimeout soonest = new AsyncTimeout();
    soonest.timeout(1, TimeUnit.MILLISECONDS);
    soonest.enter();
  }
}
