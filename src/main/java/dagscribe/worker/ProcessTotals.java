package dagscribe.worker;

import dagscribe.totals.RunTotals;

/**
 * The sum of what steps in this process have counted, for those who watch a run from within it: a
 * runner shows its metrics late, and some only at the end. Thread-safe.
 */
public final class ProcessTotals {

  private RunTotals sum = RunTotals.NONE;

  ProcessTotals() {}

  /** The sum so far. */
  public synchronized RunTotals sum() {
    return sum;
  }

  /** Begins anew. */
  public synchronized void reset() {
    sum = RunTotals.NONE;
  }

  /** Adds a part of the numbers; every part must come once. */
  public synchronized void add(RunTotals part) {
    sum = sum.plus(part);
  }
}
