package dagscribe.limit;

import java.time.Duration;

/**
 * Notices when more calls in flight no longer serve more calls: the server, the network or this
 * machine is the limit then, and further calls would only queue and time out.
 *
 * <p>It compares the rate of a window of successes with that of the last limit at which growth was
 * known to help. Not thread-safe.
 */
final class Plateau {
  /** Growth of the limit that can be told from noise in the rate. */
  private static final double GROWTH = 1.4;

  /** Part of that growth that must show for more growth to be worthwhile; noise is less. */
  private static final double WORTHWHILE = 0.5;

  private static final double WEIGHT = 0.25;

  /** Kept above the number that sufficed, so that no slot stays empty. */
  private static final double HEADROOM = 1.25;

  /** Rates of fewer calls than this are noise, and so few in flight do no harm. */
  private static final int SMALLEST_WINDOW = 16;

  private static final long HOLD_NANOS = Duration.ofSeconds(5).toNanos();

  private int windowLimit;
  private int windowLeft;
  private long windowStartNanos;
  private boolean isMeasuring;
  private int baseLimit;
  private double baseRate;
  private long heldUntilNanos;
  private boolean isHeld;

  /** A success while the limit was not what held calls back: windows across it mean nothing. */
  void interrupt() {
    windowLeft = 0;
    isMeasuring = false;
    baseRate = 0;
  }

  /** Whether growth is to pause for a while after it brought nothing. */
  boolean isHeld(long nowNanos) {
    isHeld = isHeld && nowNanos < heldUntilNanos;
    return isHeld;
  }

  /**
   * One success while the limit held calls back.
   *
   * @return the limit to go back to, since growth beyond it brought nothing; 0 to stay
   */
  int succeeded(long nowNanos, int limit) {
    if (limit < SMALLEST_WINDOW) {
      interrupt();
      return 0;
    }
    if (windowLeft == 0) {
      windowLimit = limit;
      windowLeft = limit;
    }
    windowLeft--;
    if (windowLeft > 0) {
      return 0;
    }
    // A window lasts from the end of the one before it, not from its own first success: calls that
    // started together end together, and the time they took lies before that.
    int back = isMeasuring ? endWindow(nowNanos) : 0;
    windowStartNanos = nowNanos;
    isMeasuring = true;
    return back;
  }

  private int endWindow(long nowNanos) {
    double rate = (double) windowLimit / Math.max(1, nowNanos - windowStartNanos);
    double growth = baseRate == 0 ? 1 : (double) windowLimit / baseLimit;
    double gain = baseRate == 0 ? 1 : rate / baseRate;
    if (baseRate == 0 || (growth >= GROWTH && gain >= 1 + (growth - 1) * WORTHWHILE)) {
      baseLimit = windowLimit;
      baseRate = rate;
      return 0;
    }
    if (growth < GROWTH) {
      // The rate of about the same limit, but of now. The limit stays, or small steps would add up.
      baseRate += WEIGHT * (rate - baseRate);
      return 0;
    }
    isHeld = true;
    heldUntilNanos = nowNanos + HOLD_NANOS;
    return (int) Math.min(windowLimit, Math.ceil(baseLimit * Math.max(1, gain) * HEADROOM));
  }
}
