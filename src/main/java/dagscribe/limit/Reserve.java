package dagscribe.limit;

/**
 * The level at which a limit is used at its full pace, as a share of the bucket's capacity.
 *
 * <p>It is a third, so that several processes on one account slow down well before the bucket is
 * dry. After a change it starts where the bucket happens to be, so that the new limit is used at
 * once, and the rest is saved up, or spent, so slowly that the use of the limit hardly shows it.
 * Not thread-safe.
 */
final class Reserve {
  private static final double GOAL = 1.0 / 3;

  /** Ten seconds' worth: several times what others take before an answer tells of it. */
  private static final double LEAST = 1.0 / 6;

  /** Part of the limit that is saved up, or spent on top, on the way to the goal. */
  private static final double DRIFT = 0.02;

  private static final double NANOS_PER_MINUTE = 60e9;

  private double share = GOAL;
  private long lastNanos;

  Reserve(long nowNanos) {
    lastNanos = nowNanos;
  }

  /** The level that is wanted now. */
  double of(double capacity, double perMinute, long nowNanos) {
    double minutes = (nowNanos - lastNanos) / NANOS_PER_MINUTE;
    lastNanos = nowNanos;
    double step = DRIFT * minutes * perMinute / capacity;
    share += Math.max(-step, Math.min(step, GOAL - share));
    return share * capacity;
  }

  /** Starts anew from what the bucket holds. */
  void startAt(double held, double capacity) {
    share = Math.max(LEAST, Math.min(1, held / capacity));
  }
}
