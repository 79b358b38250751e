package dagscribe.limit;

import java.time.Duration;

/**
 * What keeps the next call from starting, at one moment.
 *
 * @param cause why the call at the head of the queue waits
 * @param gateClosed how long all calls are still held back; zero while the gate is open
 * @param outage how long no call has got through, though some were tried; zero while some do
 */
public record ThrottleReason(Cause cause, Duration gateClosed, Duration outage) {

  /** Nothing waits. */
  public static final ThrottleReason NONE =
      new ThrottleReason(Cause.NOTHING, Duration.ZERO, Duration.ZERO);

  /** Why a call waits. */
  public enum Cause {
    /** No call waits. */
    NOTHING,
    /** As many are in flight as may be. */
    CALLS_IN_FLIGHT,
    /** The server wants a pause, or does not answer. */
    GATE,
    /** The limit of requests a minute. */
    REQUESTS,
    /** The limit of input tokens a minute. */
    INPUT_TOKENS,
    /** The limit of output tokens a minute. */
    OUTPUT_TOKENS
  }
}
