package dagscribe.limit;

/**
 * The part of a limit that a server has proved to grant: 1 until it refuses calls that the limit
 * should have allowed.
 *
 * <p>A cut takes a quarter and remembers where it happened; the way back is quick up to a tenth
 * below that point and slow beyond it. Not thread-safe.
 */
final class BackoffFactor {
  static final double BACKOFF_RATIO = 0.75;
  private static final double LOWEST = 0.02;
  private static final double QUICK_PER_SECOND = 0.05;
  private static final double SLOW_PER_SECOND = 0.002;

  private double value = 1;
  private double ceiling = 1;
  private long lastNanos;

  /** The share now. */
  double at(long nowNanos) {
    double seconds = (nowNanos - lastNanos) / 1e9;
    lastNanos = nowNanos;
    if (value < 1) {
      grow(seconds);
    }
    return value;
  }

  void cut(long nowNanos) {
    cut(BACKOFF_RATIO, nowNanos);
  }

  /** Cuts to so much of what it is. */
  void cut(double ratio, long nowNanos) {
    ceiling = at(nowNanos);
    value = Math.max(LOWEST, value * ratio);
  }

  /** Forgets all cuts, since the limit they were cuts of is another now. */
  void reset() {
    value = 1;
    ceiling = 1;
  }

  private void grow(double seconds) {
    double knee = 0.9 * ceiling;
    double quick = Math.max(0, Math.min(seconds, (knee - value) / QUICK_PER_SECOND));
    value += quick * QUICK_PER_SECOND + (seconds - quick) * SLOW_PER_SECOND;
    value = Math.min(1, value);
  }
}
