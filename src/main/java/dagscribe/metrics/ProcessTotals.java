package dagscribe.metrics;

import dagscribe.totals.RunTotals;

/**
 * The sum of what steps in this process have counted, for those who watch a run from within it: a
 * runner shows its metrics late, and some only at the end. Thread-safe.
 */
public final class ProcessTotals {

  private static RunTotals sum = RunTotals.NONE;

  private ProcessTotals() {}

  /** The sum so far. */
  public static synchronized RunTotals sum() {
    return sum;
  }

  /** Begins anew. */
  public static synchronized void reset() {
    sum = RunTotals.NONE;
  }

  static synchronized void add(RunTotals part) {
    sum = sum.plus(part);
  }
}
