package dagscribe.limit;

import java.time.Duration;

/**
 * The level at which a limit is used at its full pace, as a share of the bucket's capacity.
 *
 * <p>It is a third, so that several processes on one account slow down well before the bucket is
 * dry, and more where answers take long: what others have taken is known only when an answer tells,
 * and who steers by old news against a small reserve swings from too much to too little. After a
 * change it starts where the bucket happens to be, so that the new limit is used at once, and the
 * rest is saved up, or spent, so slowly that the use of the limit hardly shows it. Not thread-safe.
 */
final class TargetLevel {
  private static final double SMALLEST_GOAL = 1.0 / 3;
  private static final double LARGEST_GOAL = 0.8;
  private static final double SMALLEST_LEAST = 1.0 / 6;

  /**
   * Reserve in terms of what is used while an answer is awaited. A loop with a delay swings if that
   * is below e, and does not come to rest below 2/π.
   */
  private static final double DELAYS = 3.4;

  /** The same for a start: it may swing a little, if it only comes to rest. */
  private static final double LEAST_DELAYS = 2.2;

  /** Part of the limit that is saved up, or spent on top, on the way to the goal. */
  private static final double DRIFT = 0.04;

  private static final double WEIGHT = 0.1;
  private static final double NANOS_PER_MINUTE = 60e9;

  private double share = SMALLEST_GOAL;
  private double delayMinutes;
  private long lastNanos;

  TargetLevel(long nowNanos) {
    lastNanos = nowNanos;
  }

  /** The level that is wanted now. */
  double of(double capacity, double perMinute, long nowNanos) {
    double minutes = (nowNanos - lastNanos) / NANOS_PER_MINUTE;
    lastNanos = nowNanos;
    double step = DRIFT * minutes * perMinute / capacity;
    share += Math.max(-step, Math.min(step, goal() - share));
    return share * capacity;
  }

  /** Takes account of an answer that took so long. */
  void answered(Duration latency) {
    double minutes = latency.toNanos() / NANOS_PER_MINUTE;
    if (delayMinutes == 0) {
      delayMinutes = minutes;
      share = goal();
    }
    delayMinutes += WEIGHT * (minutes - delayMinutes);
  }

  /** Starts anew from what the bucket holds. */
  void startAt(double held, double capacity) {
    double least = Math.max(SMALLEST_LEAST, LEAST_DELAYS * delayMinutes);
    share = Math.max(Math.min(least, LARGEST_GOAL), Math.min(1, held / capacity));
  }

  private double goal() {
    return Math.max(SMALLEST_GOAL, Math.min(LARGEST_GOAL, DELAYS * delayMinutes));
  }
}
