package dagscribe.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the next call from starting, at one moment.
 *
 * @param binding the limit that the call at the head of the queue waits for; null if none waits, or
 *     all are held back
 * @param gateClosed how long all calls are still held back, since the server wants a pause or does
 *     not answer; zero while the gate is open
 * @param outage how long no call has got through, though some were tried; zero while some do
 */
public record ThrottleReason(@Nullable Limit binding, Duration gateClosed, Duration outage) {

  /** Nothing waits. */
  public static final ThrottleReason NONE = new ThrottleReason(null, Duration.ZERO, Duration.ZERO);
}
