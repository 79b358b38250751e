package dagscribe.limit;

/**
 * Spreads spending over time at a speed that may change from moment to moment.
 *
 * <p>Credit accrues with time up to a burst; anything may be spent while credit is not negative,
 * and the debt it leaves is what spaces the spending that follows. So a single price larger than
 * the burst needs no special case. Not thread-safe.
 */
final class Pace {
  private double credit;
  private double burst;
  private long lastNanos;

  Pace(double burst, long nowNanos) {
    this.burst = burst;
    this.credit = burst;
    this.lastNanos = nowNanos;
  }

  /** Lets credit grow for the time passed, at the speed that held during it. */
  void accrue(long nowNanos, double unitsPerNano) {
    credit = Math.min(burst, credit + (nowNanos - lastNanos) * unitsPerNano);
    lastNanos = nowNanos;
  }

  /** Nanoseconds until something may be spent, at the given speed; 0 means now. */
  long nanosUntilReady(double unitsPerNano) {
    return credit >= 0 ? 0 : (long) Math.ceil(-credit / unitsPerNano);
  }

  void spend(double units) {
    credit -= units;
  }

  void setBurst(double units) {
    burst = units;
    credit = Math.min(credit, burst);
  }

  double burst() {
    return burst;
  }
}
