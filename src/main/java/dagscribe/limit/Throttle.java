package dagscribe.limit;

import java.time.Duration;

/**
 * How fast a limit is used, as a factor of it: proportional to what its bucket holds, 1 at the
 * {@link TargetLevel}, and less for a while after a refusal that the bucket does not explain. Not
 * thread-safe.
 */
final class Throttle {
  /** Spends an idle account's credit within about a minute. */
  private static final double CREDIT_FACTOR = 2;

  /** Slow enough for twenty processes on one account, fast enough to notice that room is back. */
  private static final double LOWEST_FACTOR = 0.05;

  private static final double SMALLEST_BURST = 1.0 / 32;

  private final BackoffFactor share = new BackoffFactor();
  private final TargetLevel target;
  private double burstScale = 1;
  private boolean hasCredit = true;

  Throttle(long nowNanos) {
    target = new TargetLevel(nowNanos);
  }

  /**
   * The factor now.
   *
   * @param mayUseCredit whether more than the limit may be used while nothing was refused
   */
  double factor(
      double held, double capacity, double perMinute, boolean mayUseCredit, long nowNanos) {
    double highest = hasCredit && mayUseCredit ? CREDIT_FACTOR : 1;
    double wanted = target.of(capacity, perMinute, nowNanos);
    double factor = Math.max(LOWEST_FACTOR, Math.min(highest, held / wanted));
    return factor * share.at(nowNanos);
  }

  /** The part of the usual burst that may go out at once. */
  double burstScale() {
    return burstScale;
  }

  /** The part of the limit that has proved to be granted. */
  double share(long nowNanos) {
    return share.at(nowNanos);
  }

  /** Takes account of how long an answer took. */
  void answered(Duration latency) {
    target.answered(latency);
  }

  /** One refusal that the bucket does not explain: smaller bursts, no credit, a lower share. */
  void refused(long nowNanos) {
    hasCredit = false;
    burstScale = Math.max(burstScale / 2, SMALLEST_BURST);
    share.cut(nowNanos);
  }

  /** Another limit is in force, which is used to so much of it for a while. */
  void restartAt(double part, long nowNanos) {
    refused(nowNanos);
    share.reset();
    share.cut(part, nowNanos);
  }

  /** The limit is another one now, and the bucket holds so much. */
  void startAt(double held, double capacity) {
    target.startAt(held, capacity);
  }

  /** Forgets what was refused under a limit that was wrong. */
  void forgive() {
    share.reset();
  }
}
