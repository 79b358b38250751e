package dagscribe.limit;

/**
 * How many calls may be in flight: doubles at the start, falls by a quarter at a cut, and comes
 * back quickly to a tenth below where that happened, slowly past it, and quickly again once the old
 * ceiling has been held for some time.
 *
 * <p>It is told of successes only while it is what holds calls back, so it ends near rate ×
 * latency. Not thread-safe. After Netflix's concurrency-limits and Jacobson's slow start; the floor
 * is 1, since a batch client must be able to stand at the end of any queue.
 */
final class InFlightLimit {
  private static final int INITIAL = 16;
  private static final double BACKOFF_RATIO = 0.75;
  private static final double KNEE = 0.9;

  /** Half as much again with each window of successes. */
  private static final double RETURN_STEP = 0.5;

  private static final double CEILING_FADE = 0.8;

  /** Windows of successes after which a remembered ceiling is no longer believed. */
  private static final double CEILING_WINDOWS = 5;

  private int max;
  private double value;
  private double ceiling = Double.POSITIVE_INFINITY;
  private double windowsAtCeiling;
  private double uncut;
  private double beforeProbing;

  private InFlightLimit(int initial, int max) {
    this.max = max;
    this.value = initial;
  }

  /** Starts at the number itself; falls and comes back to it. */
  static InFlightLimit fixed(int workers) {
    return new InFlightLimit(workers, workers);
  }

  /** Finds the number, from 16 on. */
  static InFlightLimit adaptive(int max) {
    return new InFlightLimit(Math.min(INITIAL, max), max);
  }

  int current() {
    return (int) value;
  }

  /** Makes this the most there may be; a limit that was not cut goes up with it. */
  void allow(int most) {
    value = value == max ? most : Math.min(value, most);
    max = most;
  }

  /** One success while the limit held other calls back. */
  void grow() {
    double step = 1;
    if (!Double.isInfinite(ceiling)) {
      boolean isNearCeiling = value >= ceiling * KNEE;
      windowsAtCeiling += isNearCeiling ? 1 / value : 0;
      step = isNearCeiling && windowsAtCeiling < CEILING_WINDOWS ? 1 / value : RETURN_STEP;
    }
    value = Math.min(max, value + step);
  }

  /** A burst of refusals. */
  void cut() {
    // A second cut on the way back says little about where the ceiling is.
    uncut = Math.max(uncut, value);
    ceiling = Double.isInfinite(ceiling) ? value : Math.max(value, ceiling * CEILING_FADE);
    windowsAtCeiling = 0;
    value = Math.max(1, value * BACKOFF_RATIO);
  }

  /** Forgets the cuts: back to where the first began, and doubling from there. */
  void forgive() {
    value = Math.min(max, Math.max(value, uncut));
    uncut = 0;
    ceiling = Double.POSITIVE_INFINITY;
  }

  /** Growth beyond this brought nothing. */
  void retreat(int limit) {
    value = Math.min(value, limit);
  }

  /** Nothing gets through: one call at a time finds out when that ends. */
  void probe() {
    beforeProbing = Math.max(value, beforeProbing);
    value = 1;
  }

  /** Something got through again: half of what was, and doubling from there. */
  void resume() {
    value = Math.max(value, beforeProbing / 2);
    beforeProbing = 0;
    ceiling = Double.POSITIVE_INFINITY;
  }
}
