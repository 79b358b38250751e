package dagscribe.limit;

/** Calls served over the last half minute, by the second. Not thread-safe. */
final class ServedRate {
  private static final int WINDOW_SECONDS = 30;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final long[] counts = new long[WINDOW_SECONDS];
  private final long startNanos;
  private long lastSecond;

  ServedRate(long nowNanos) {
    this.startNanos = nowNanos;
  }

  void served(long nowNanos) {
    counts[slot(advance(nowNanos))]++;
  }

  /**
   * Calls a minute at the rate of the window, or of the time since the start if that is shorter.
   */
  double perMinute(long nowNanos) {
    long second = advance(nowNanos);
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum * 60.0 / Math.max(1, Math.min(WINDOW_SECONDS, second));
  }

  private long advance(long nowNanos) {
    long second = (nowNanos - startNanos) / NANOS_PER_SECOND;
    for (long each = Math.max(lastSecond + 1, second - WINDOW_SECONDS + 1);
        each <= second;
        each++) {
      counts[slot(each)] = 0;
    }
    lastSecond = Math.max(lastSecond, second);
    return second;
  }

  private static int slot(long second) {
    return (int) (second % WINDOW_SECONDS);
  }
}
