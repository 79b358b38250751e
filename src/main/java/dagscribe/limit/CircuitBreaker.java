package dagscribe.limit;

import java.time.Duration;

/**
 * Tells a rare failure from a server that is gone: it begins after a streak of failures without one
 * success between them, and ends with the first success.
 *
 * <p>While it lasts, each failed probe doubles the pause before the next, from half a second to
 * ten. Without it a dead server would be asked thousands of times a second, and every queued call
 * would spend its attempts on it. Not thread-safe.
 */
final class CircuitBreaker {
  /** Fewer failures in a row than this are bad luck. */
  private static final int SHORTEST_STREAK = 8;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private int streak;
  private int probes;
  private boolean isOn;
  private long sinceNanos;

  /**
   * One failure.
   *
   * @param inFlightLimit calls that fail together count as far less than as many in turn
   * @return nanoseconds to keep all calls back, 0 for none
   */
  long failed(int inFlightLimit, long nowNanos) {
    if (streak++ == 0) {
      sinceNanos = nowNanos;
    }
    isOn = isOn || streak >= Math.max(SHORTEST_STREAK, inFlightLimit / 2);
    if (!isOn) {
      return 0;
    }
    long doubled = FIRST_PAUSE.toNanos() << Math.min(probes++, 10);
    return Math.min(doubled, LONGEST_PAUSE.toNanos());
  }

  /** One success; returns whether it ended an outage. */
  boolean succeeded() {
    boolean ended = isOn;
    streak = 0;
    probes = 0;
    isOn = false;
    return ended;
  }

  boolean isOn() {
    return isOn;
  }

  /** How long nothing has got through; zero outside an outage. */
  Duration lasting(long nowNanos) {
    return isOn ? Duration.ofNanos(nowNanos - sinceNanos) : Duration.ZERO;
  }
}
